import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endOwnCalendar, getOwnCalendar } from '../../contract/calendars.ts';
import { noticeDone } from '../kit/notices.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { CalendarLinkLine } from './calendar-link-line.tsx';
import { EndCalendar } from './end-calendar.tsx';
import { MakeCalendar } from './make-calendar.tsx';

/** The private link by which one's own shifts stand in one's own calendar. */
export function OwnCalendar() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(getOwnCalendar, {}));
  const end = useAct(endOwnCalendar, {
    refresh: ['calendars'],
    done: () => noticeDone(t('calendars.end.done')),
  });
  const link = data?.link ?? null;
  return (
    <Section
      title={t('calendars.title')}
      about={t('calendars.about')}
      anchor="calendar"
      action={data && <MakeCalendar renews={link !== null} />}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && !link && <Text c="dimmed">{t('calendars.none')}</Text>}
      {link && (
        <Group justify="space-between" gap="xs">
          <CalendarLinkLine link={link} />
          <EndCalendar
            text={t('calendars.end.text')}
            busy={end.isPending}
            problem={end.error}
            end={(close) => end.mutate({ input: {} }, { onSuccess: close })}
          />
        </Group>
      )}
    </Section>
  );
}
