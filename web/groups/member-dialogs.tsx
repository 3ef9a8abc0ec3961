import { Button, Checkbox, Group as Row, Stack, Text } from '@mantine/core';
import { changeGroupMember, type Group, type GroupMember, removeGroupMember } from '../../contract/groups.ts';
import { CallForm } from '../kit/call-form.tsx';
import { DayField } from '../kit/day-field.tsx';
import { ConfirmDialog, Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './groups.module.css';
import { affected } from './kinds.ts';

type Props = { group: Group; member: GroupMember; close: () => void };

/** Since when, until when, and whether this person manages it. */
export function ChangeMemberDialog(props: Props) {
  const t = useTexts();
  return (
    <Dialog opened close={props.close} title={t('groups.members.change.named', { name: props.member.name })}>
      <ChangeMember {...props} />
    </Dialog>
  );
}

function ChangeMember({ group, member, close }: Props) {
  const t = useTexts();
  const form = useCallForm(changeGroupMember, {
    initial: { since: member.since, until: member.until ?? '', manager: member.manager },
    input: ({ since, until, manager }) => ({
      id: group.id,
      user: member.id,
      since,
      until: until === '' ? null : until,
      manager,
    }),
    check: ({ since }) => ({ since: since === '' ? t('fields.required') : undefined }),
    refresh: affected,
    done: () => {
      close();
      noticeDone(t('groups.members.changed', { name: member.name }));
    },
  });
  return (
    <CallForm form={form}>
      <Stack>
        <div className={classes.pairs}>
          <DayField label={t('groups.members.since')} required {...form.field('since')} />
          <DayField
            label={t('groups.members.until')}
            description={t('groups.members.change.until')}
            {...form.field('until')}
          />
        </div>
        <Checkbox label={t('groups.members.change.manager')} {...form.tick('manager')} />
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('kit.save')}
          </Button>
        </Row>
      </Stack>
    </CallForm>
  );
}

/** Asks before a link ends. */
export function RemoveMemberDialog({ group, member, close }: Props) {
  const t = useTexts();
  const { id, name } = member;
  const remove = useAct(removeGroupMember, {
    refresh: affected,
    done: () => {
      close();
      noticeDone(t('groups.members.removed', { name }));
    },
  });
  return (
    <ConfirmDialog
      opened
      close={close}
      title={t('groups.members.remove.title', { name, group: group.name })}
      confirm={t('groups.members.remove.named', { name })}
      danger
      busy={remove.isPending}
      problem={remove.error}
      act={() => remove.mutate({ input: { id: group.id, user: id } })}
    >
      <Text>{t('groups.members.remove.text', { name })}</Text>
    </ConfirmDialog>
  );
}
