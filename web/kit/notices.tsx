import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { translate } from '../../contract/texts.ts';
import { pageLanguage } from './call.ts';

// What shows notices is loaded when there is something to show.
const load = () => import('./notice-corner.tsx');
const Corner = lazy(() => load().then(({ NoticeCorner }) => ({ default: NoticeCorner })));

let asked = false;
const listeners = new Set<() => void>();

/** Tells in a corner that something was done; `message` may hold a TextLink. Stays long enough to click. */
export function noticeDone(message: ReactNode): void {
  show({ message, color: 'teal.8', icon: <IconCheck size={16} aria-hidden />, autoClose: 8000 });
}

/** Tells in a corner that something failed; stays until it is closed. */
export function noticeFailed(problem: { message: string }): void {
  const icon = <IconAlertTriangle size={16} aria-hidden />;
  show({ message: problem.message, color: 'red.8', icon, autoClose: false });
}

/** Where notices appear; stands once, inside the router so that their links work. */
export function Notices() {
  const wanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  if (!wanted) return null;
  return (
    <Suspense>
      <Corner />
    </Suspense>
  );
}

function show(notice: {
  message: ReactNode;
  color: string;
  icon: ReactNode;
  autoClose: number | false;
}): void {
  const closeButtonProps = { 'aria-label': translate(pageLanguage(), 'kit.close') };
  asked = true;
  for (const listener of listeners) listener();
  void load().then(({ showNotice }) => showNotice({ ...notice, closeButtonProps }));
}
