import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

/** The initials of the signed-in person, as a button. */
export function PersonButton(props: ComponentProps<'button'>) {
  const t = useTexts();
  const { user } = useSession();
  return (
    <UnstyledButton {...props} aria-haspopup="menu" style={{ borderRadius: 99 }}>
      <Avatar name={user.name} size={34} color="accent" variant="light" />
      <VisuallyHidden>{t('shell.person', { name: user.name })}</VisuallyHidden>
    </UnstyledButton>
  );
}
