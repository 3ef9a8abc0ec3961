import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { deactivateUser } from '../../contract/accounts.ts';
import { getChoices } from '../../contract/settings.ts';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { DayField } from '../kit/day-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useUserAct } from './use-user-act.ts';

type Props = { user: User; close: () => void };

/** The window in which a leave date is filled in. */
export function LeaveDialog({ user, opened, close }: Props & { opened: boolean }) {
  const t = useTexts();
  return (
    <Dialog opened={opened} close={close} title={t('users.leave.title', { name: user.name })}>
      <Stack>
        <Text>{t('users.leave.about', { name: user.name })}</Text>
        <LeaveForm user={user} close={close} />
      </Stack>
    </Dialog>
  );
}

/** The last day of somebody, and what it means: at once when it has passed, else after that day. */
export function LeaveForm({ user, close }: Props) {
  const t = useTexts();
  const dates = useDates();
  const { data } = useQuery(queryOf(getChoices, {}));
  const [day, setDay] = useState(user.leavesOn ?? '');
  const [missing, setMissing] = useState(false);
  const passed = data !== undefined && day !== '' && day < data.today;
  const { name } = user;
  const leave = useUserAct(deactivateUser, {
    done: () => {
      noticeDone(
        passed
          ? t('users.leave.done.past', { name })
          : t('users.leave.done.ahead', { name, day: dates.day(day) }),
      );
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setMissing(day === '');
    if (day !== '' && !leave.busy) leave.run({ id: user.id, leavesOn: day }, user.version);
  };
  const wrong = leave.problem?.fields.find(({ field }) => field === 'leavesOn')?.message;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemAlert problem={wrong ? null : leave.problem} />
        <DayField
          label={t('fields.name.leavesOn')}
          name="leavesOn"
          value={day}
          onChange={setDay}
          required
          autoFocus
          error={missing && day === '' ? t('fields.required') : wrong}
        />
        {day !== '' && (
          <Text size="sm" aria-live="polite">
            {t(passed ? 'users.leave.at-once' : 'users.leave.after', { name })}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={leave.busy}>
            {t('users.leave.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
