import { Notifications, notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { translate } from '../../contract/texts.ts';
import { pageLanguage } from './call.ts';

/** Tells in a corner that something was done; `message` may hold a TextLink. Stays long enough to click. */
export function noticeDone(message: ReactNode): void {
  const icon = <IconCheck size={16} aria-hidden />;
  notifications.show({ message, color: 'teal.8', icon, autoClose: 8000, closeButtonProps: closeButton() });
}

/** Tells in a corner that something failed; stays until it is closed. */
export function noticeFailed(problem: { message: string }): void {
  const icon = <IconAlertTriangle size={16} aria-hidden />;
  const { message } = problem;
  notifications.show({ message, color: 'red.8', icon, autoClose: false, closeButtonProps: closeButton() });
}

/** Where notices appear; stands once, inside the router so that their links work. */
export function Notices() {
  return <Notifications position="bottom-right" limit={4} zIndex={500} />;
}

function closeButton() {
  return { 'aria-label': translate(pageLanguage(), 'kit.close') };
}
