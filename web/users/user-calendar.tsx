import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endCalendar, getCalendar } from '../../contract/calendars.ts';
import type { User } from '../../contract/user-shapes.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf, useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { CalendarLinkLine } from '../profile/calendar-link-line.tsx';

/** That somebody has a calendar link, for those who guard them; not there for somebody who has none. */
export function UserCalendar({ user }: { user: User }) {
  const t = useTexts();
  const { id, name } = user;
  const [ending, setEnding] = useState(false);
  const may = user.allowed.includes('security');
  const { data } = useQuery({ ...queryOf(getCalendar, { id }), enabled: may });
  const end = useAct(endCalendar, {
    refresh: ['calendars', 'audit'],
    done: () => {
      noticeDone(t('calendars.end.done'));
      setEnding(false);
    },
  });
  if (!data?.link) return null;
  return (
    <Section title={t('calendars.other.title')} about={t('calendars.other.about', { name })}>
      <Group justify="space-between" gap="xs">
        <CalendarLinkLine link={data.link} />
        <Button variant="subtle" color="red.8" onClick={() => setEnding(true)}>
          {t('calendars.end')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={ending}
        close={() => setEnding(false)}
        title={t('calendars.end.title')}
        confirm={t('calendars.end')}
        danger
        busy={end.isPending}
        problem={end.error}
        act={() => end.mutate({ input: { id } })}
      >
        {t('calendars.other.end.text', { name })}
      </ConfirmDialog>
    </Section>
  );
}
