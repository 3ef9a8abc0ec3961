import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { endCalendar, getCalendar } from '../../contract/calendars.ts';
import type { User } from '../../contract/user-shapes.ts';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { CalendarLinkLine } from '../profile/calendar-link-line.tsx';
import { EndCalendar } from '../profile/end-calendar.tsx';

/** That somebody has a calendar link, for those who guard them; not there for somebody who has none. */
export function UserCalendar({ user }: { user: User }) {
  const t = useTexts();
  const { id, name } = user;
  const may = user.allowed.includes('security');
  const { data } = useQuery({ ...queryOf(getCalendar, { id }), enabled: may });
  const end = useAct(endCalendar, {
    refresh: ['calendars', 'audit'],
    done: () => noticeDone(t('calendars.end.done')),
  });
  if (!data?.link) return null;
  return (
    <Section title={t('calendars.other.title')} about={t('calendars.other.about', { name })}>
      <Group justify="space-between" gap="xs">
        <CalendarLinkLine link={data.link} />
        <EndCalendar
          text={t('calendars.other.end.text', { name })}
          busy={end.isPending}
          problem={end.error}
          end={(close) => end.mutate({ input: { id } }, { onSuccess: close })}
        />
      </Group>
    </Section>
  );
}
