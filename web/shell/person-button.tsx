import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { getOwnProfile } from '../../contract/profile.ts';
import { call, type Refusal } from '../kit/call.ts';
import { Portrait } from '../kit/portrait.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

// Under a key of its own: the page of the profile asks anew, and so learns first of all when the session is over.
const ownPhotoQuery = queryOptions<string | null, Refusal>({
  queryKey: ['me', 'own-photo'],
  queryFn: async ({ signal }) => (await call(getOwnProfile, {}, { signal })).photo,
  staleTime: 60_000,
});

/** The face of the signed-in person, as a button. */
export function PersonButton(props: ComponentProps<'button'>) {
  const t = useTexts();
  const { user } = useSession();
  const { data: photo = null } = useQuery(ownPhotoQuery);
  return (
    <UnstyledButton {...props} aria-haspopup="menu" style={{ borderRadius: 99, display: 'inline-flex' }}>
      <Portrait person={{ ...user, photo }} size={34} />
      <VisuallyHidden>{t('shell.person', { name: user.name })}</VisuallyHidden>
    </UnstyledButton>
  );
}
