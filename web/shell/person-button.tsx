import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { getOwnProfile } from '../../contract/profile.ts';
import { Portrait } from '../kit/portrait.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

/** The face of the signed-in person, as a button. */
export function PersonButton(props: ComponentProps<'button'>) {
  const t = useTexts();
  const { user } = useSession();
  const { data } = useQuery({ ...queryOf(getOwnProfile, {}), staleTime: 60_000 });
  return (
    <UnstyledButton {...props} aria-haspopup="menu" style={{ borderRadius: 99, display: 'inline-flex' }}>
      <Portrait person={{ ...user, photo: data?.photo ?? null }} size={34} />
      <VisuallyHidden>{t('shell.person', { name: user.name })}</VisuallyHidden>
    </UnstyledButton>
  );
}
