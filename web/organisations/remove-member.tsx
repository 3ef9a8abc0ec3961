import { Text } from '@mantine/core';
import { type Member, type Organisation, removeMember } from '../../contract/organisations.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';

/** Asks before a member is taken out; the refusals (last administrator, only organisation) show in the window. */
export function RemoveMember(props: { organisation: Organisation; member: Member; close: () => void }) {
  const t = useTexts();
  const { organisation, member, close } = props;
  const { name } = member.user;
  const act = useAct(removeMember, {
    refresh: affectedByMembers,
    done: () => {
      noticeDone(t('members.remove.done', { name, organisation: organisation.name }));
      close();
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('members.remove.title', { name, organisation: organisation.name })}
      confirm={t('members.remove.submit', { name })}
      danger
      busy={act.isPending}
      problem={act.error}
      act={() => act.mutate({ input: { organisation: organisation.id, member: member.id } })}
    >
      <Text>
        {t(member.state === 'pending' ? 'members.remove.text.pending' : 'members.remove.text', { name })}
      </Text>
    </ConfirmDialog>
  );
}
