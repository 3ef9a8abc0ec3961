import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { addMember } from '../../contract/organisations.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from '../organisations/affected.ts';
import type { Belonging } from '../organisations/organisations-field.tsx';
import { useMay } from '../session/session.ts';

type Known = { id: string; name: string; organisations: string[] };

/** Offers to make somebody who is here already a member of the organisations that were chosen for somebody new. */
export function JoinKnown({ taken, wanted }: { taken: Known; wanted: readonly Belonging[] }) {
  const t = useTexts();
  const may = useMay();
  const navigate = useNavigate();
  const join = useAct(addMember, {
    refresh: affectedByMembers,
    done: () => {
      noticeDone(t('organisations.user.joined', { name: taken.name }));
      // What was typed is about somebody who is here already.
      void navigate({ to: '/users/$id', params: { id: taken.id }, ignoreBlocker: true });
    },
  });
  const missing = wanted.filter(({ id }) => !taken.organisations.includes(id));
  if (!may('members.manage') || missing.length === 0) return null;
  return (
    <Group gap="xs" mt={6}>
      {missing.map(({ id, name, role }) => (
        <Button
          key={id}
          size="compact-sm"
          variant="default"
          loading={join.isPending}
          onClick={() =>
            join.mutate({ input: { organisation: id, user: taken.id, role } }, { onError: noticeFailed })
          }
        >
          {t('organisations.user.join-known', { name: taken.name, organisation: name })}
        </Button>
      ))}
    </Group>
  );
}
