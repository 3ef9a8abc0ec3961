import { Button, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { changeShift, createShift } from '../../contract/schedule.ts';
import { CallForm } from '../kit/call-form.tsx';
import { DayField } from '../kit/day-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useCallForm } from '../kit/form.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeField } from '../kit/time-field.tsx';
import { problemWords } from './problem-words.ts';
import { type Choices, dayOf, type GridRow, timeOf } from './rows.ts';
import type { Opened } from './schedule-grid.tsx';

import type { ShiftActs } from './use-shift-acts.ts';
import { shiftTimes } from './wall-times.ts';

type Props = {
  opened: Opened;
  team: string;
  rows: GridRow[];
  activities: Choices['activities'];
  mayChange: boolean;
  acts: ShiftActs;
  close: () => void;
};

/** A new shift, or one to change: who, what, when; and what does not fit about it. */
export function ShiftDialog(props: Props) {
  const t = useTexts();
  const title = t(props.opened.shift ? 'schedule.edit.title' : 'schedule.add.title');
  return (
    <Dialog opened close={props.close} title={title}>
      {props.activities.length === 0 ? <Text>{t('schedule.no-activities')}</Text> : <ShiftForm {...props} />}
    </Dialog>
  );
}

function ShiftForm({ opened, team, rows, activities, mayChange, acts, close }: Props) {
  const t = useTexts();
  const { shift, row, day } = opened;
  const times = shift ?? opened.times;
  const initial = {
    user: (shift ? shift.user : row.user) ?? '',
    activity: shift?.activity ?? activities[0]?.id ?? '',
    day: shift ? dayOf(shift) : day,
    startsAt: times ? timeOf(times.startsAt) : '09:00',
    endsAt: times ? timeOf(times.endsAt) : '17:00',
  };
  const inputOf = (values: typeof initial) => ({
    user: values.user || null,
    activity: values.activity,
    ...shiftTimes(values.day, values.startsAt, values.endsAt),
  });
  const done = (words: string) => {
    close();
    acts.tell(words);
  };
  const refresh = ['schedule'];
  const creating = useCallForm(createShift, {
    initial,
    input: (values) => ({ team, ...inputOf(values) }),
    refresh,
    done: () => done(t('schedule.created')),
  });
  const changing = useCallForm(changeShift, {
    initial,
    input: (values) => ({ id: shift?.id ?? '', ...inputOf(values) }),
    version: shift?.version,
    refresh,
    done: () => done(t('schedule.changed')),
  });
  const form = shift ? changing : creating;
  const { values } = form;
  return (
    <CallForm form={form}>
      <Stack>
        {shift && shift.problems.length > 0 && (
          <div>
            <Text fw={600}>{t('schedule.problems')}</Text>
            <List size="sm">
              {shift.problems.map((problem) => (
                <List.Item key={problem.code + problem.skill}>{problemWords(t, problem)}</List.Item>
              ))}
            </List>
          </div>
        )}
        <NativeSelect
          label={t('schedule.employee')}
          disabled={!mayChange}
          data={rows
            .filter(({ kind }) => kind !== 'former')
            .map(({ user, name }) => ({ value: user ?? '', label: name }))}
          {...form.field('user')}
        />
        <NativeSelect
          label={t('work.activity')}
          disabled={!mayChange}
          data={activities.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('activity')}
        />
        <Group align="start" gap="sm">
          <DayField label={t('schedule.day-field')} {...form.field('day')} />
          <TimeField label={t('schedule.begins')} autoFocus {...form.field('startsAt')} />
          <TimeField label={t('schedule.until')} {...form.field('endsAt')} />
        </Group>
        {values.endsAt !== '' && values.endsAt <= values.startsAt && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {t('schedule.next-day')}
          </Text>
        )}
        {mayChange && (
          <Group justify="space-between">
            {shift ? (
              <Button
                variant="subtle"
                color="red.8"
                onClick={() => {
                  void acts.remove(shift);
                  close();
                }}
              >
                {t('schedule.delete')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" loading={form.sending}>
              {t('schedule.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </CallForm>
  );
}
