import { Text } from '@mantine/core';
import { removeMember } from '../../contract/organisations.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';
import type { KnownMember, Named } from './known-member.ts';

/** Asks before a member is taken out; the refusals (last administrator, only organisation) show in the window. */
export function RemoveMember(props: { organisation: Named; member: KnownMember; close: () => void }) {
  const t = useTexts();
  const { organisation, member, close } = props;
  const { name, email } = member.user;
  const words = { name, email, organisation: organisation.name };
  const what = member.state === 'pending' ? 'members.revoke' : 'members.remove';
  const act = useAct(removeMember, {
    refresh: affectedByMembers,
    done: () => {
      noticeDone(t(`${what}.done`, words));
      close();
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t(`${what}.title`, words)}
      confirm={t(`${what}.submit`, words)}
      danger
      busy={act.isPending}
      problem={act.error}
      act={() => act.mutate({ input: { organisation: organisation.id, member: member.id } })}
    >
      <Text>{t(`${what}.text`, words)}</Text>
    </ConfirmDialog>
  );
}
