import { Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { createGroup, type GroupKind } from '../../contract/groups.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { emptyGroup, fieldsFor, GroupFields } from './group-fields.tsx';
import { affected } from './kinds.ts';

/** Makes one of a kind; its page opens afterwards, to link people. */
export function CreateGroupDialog(props: { kind: GroupKind; opened: boolean; close: () => void }) {
  const t = useTexts();
  return (
    <Dialog opened={props.opened} close={props.close} title={t(`groups.create.${props.kind}`)}>
      <CreateGroup kind={props.kind} close={props.close} />
    </Dialog>
  );
}

function CreateGroup({ kind, close }: { kind: GroupKind; close: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const form = useCallForm(createGroup, {
    initial: emptyGroup,
    input: (values) => ({ kind, ...fieldsFor(kind, values) }),
    check: ({ email }) => ({
      email: kind === 'mailbox' && email.trim() === '' ? t('fields.required') : undefined,
    }),
    refresh: affected,
    done: ({ id, name }) => {
      close();
      noticeDone(t('groups.created', { name }));
      void navigate({ to: '/groups/$id', params: { id } });
    },
  });
  return (
    <CallForm form={form}>
      <Stack>
        <GroupFields kind={kind} field={form.field} autoFocus />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t(`groups.create.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </CallForm>
  );
}
