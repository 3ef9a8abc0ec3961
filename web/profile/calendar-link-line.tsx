import { Text } from '@mantine/core';
import type { CalendarLink } from '../../contract/calendars.ts';
import { useDates } from '../kit/dates.ts';
import { useTexts } from '../kit/texts.tsx';

/** Since when there is a calendar link, and when a calendar last read it. */
export function CalendarLinkLine({ link }: { link: CalendarLink }) {
  const t = useTexts();
  const dates = useDates();
  const used = link.lastUsedAt
    ? t('calendars.used', { when: dates.relative(link.lastUsedAt) })
    : t('calendars.never-used');
  return (
    <Text>
      {t('calendars.since', { day: dates.moment(link.createdAt) })}
      {' · '}
      <Text span c="dimmed">
        {used}
      </Text>
    </Text>
  );
}
