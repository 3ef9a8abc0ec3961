import { Button, Group, Stack } from '@mantine/core';
import { changeMember } from '../../contract/organisations.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { affectedByMembers } from './affected.ts';
import type { KnownMember, Named } from './known-member.ts';
import { RoleChoice } from './role-choice.tsx';

/** Gives a member another role in this organisation. */
export function ChangeMember(props: { organisation: Named; member: KnownMember; close: () => void }) {
  const t = useTexts();
  const { organisation, member, close } = props;
  const form = useCallForm(changeMember, {
    initial: { role: member.role.id },
    input: ({ role }) => ({ organisation: organisation.id, member: member.id, role }),
    refresh: affectedByMembers,
    done: ({ role }) => {
      noticeDone(t('members.role.done', { name: member.user.name, role: role.name }));
      close();
    },
  });
  const title = t('members.role.title', { name: member.user.name, organisation: organisation.name });
  return (
    <Dialog opened close={close} title={title}>
      <CallForm form={form} label={title}>
        <Stack>
          <RoleChoice
            value={form.values.role}
            error={form.errors.role}
            change={(role) => form.set({ role })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('kit.cancel')}
            </Button>
            <Button type="submit" loading={form.sending} disabled={form.values.role === member.role.id}>
              {t('members.role.submit')}
            </Button>
          </Group>
        </Stack>
      </CallForm>
    </Dialog>
  );
}
