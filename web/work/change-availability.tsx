import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { setAvailability, type Work } from '../../contract/work.ts';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { affected } from './affected.ts';
import { type DayLine, ExceptionLines, type TimeLine, WeekLines } from './availability-lines.tsx';

let keys = 0;
const newKey = () => ++keys;

/** The week and the days that differ, as they are typed. */
export function ChangeAvailability({ work, close }: { work: Work; close: () => void }) {
  const t = useTexts();
  const [week, setWeek] = useState<TimeLine[]>(() =>
    work.availability.week.map((line) => ({ ...line, key: newKey() })),
  );
  const [days, setDays] = useState<DayLine[]>(() =>
    work.availability.exceptions.map(({ day, from, until }) => ({
      key: newKey(),
      day,
      off: from === null,
      from: from ?? '09:00',
      until: until ?? '17:00',
    })),
  );
  const act = useAct(setAvailability, {
    refresh: affected,
    done: ({ name }) => {
      close();
      noticeDone(t('work.availability.saved', { name }));
    },
  });
  const save = () =>
    act.mutate({
      input: {
        id: work.id,
        week: week.map(({ weekday, from, until }) => ({ weekday, from, until })),
        exceptions: days.map(({ day, off, from, until }) => ({
          day,
          from: off ? null : from,
          until: off ? null : until,
        })),
      },
      version: work.version,
    });
  const wrong = [...week, ...days.filter(({ off }) => !off)].some(
    ({ from, until }) => from === '' || until === '' || from >= until,
  );
  return (
    <Stack>
      <ProblemAlert problem={act.error} />
      <Text size="sm" c="dimmed">
        {t('work.availability.hint')}
      </Text>
      <WeekLines lines={week} change={setWeek} newKey={newKey} />
      <Title order={3}>{t('work.exceptions')}</Title>
      <ExceptionLines lines={days} change={setDays} newKey={newKey} />
      {wrong && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('fields.backwards')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {t('kit.cancel')}
        </Button>
        <Button loading={act.isPending} disabled={wrong || days.some(({ day }) => day === '')} onClick={save}>
          {t('kit.save')}
        </Button>
      </Group>
    </Stack>
  );
}
