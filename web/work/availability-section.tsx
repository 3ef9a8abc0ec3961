import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Availability, Work } from '../../contract/work.ts';
import { useDates } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ChangeAvailability } from './change-availability.tsx';
import { hoursOf, weekdays } from './hours.ts';
import classes from './work.module.css';

/** When somebody can work: the ordinary week, and the days that differ. */
export function AvailabilitySection({ work }: { work: Work }) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  const title = t('work.availability.choose', { name: work.name });
  return (
    <Section
      title={t('work.availability')}
      about={t('work.availability.about')}
      action={
        work.mayChange && (
          <Button variant="default" onClick={() => setChanging(true)} aria-haspopup="dialog">
            {t('work.availability.change')}
          </Button>
        )
      }
    >
      <Stack>
        <Week availability={work.availability} />
        <Exceptions availability={work.availability} />
      </Stack>
      <Dialog opened={changing} close={close} title={title} size="lg">
        <ChangeAvailability work={work} close={close} />
      </Dialog>
    </Section>
  );
}

function Week({ availability: { week } }: { availability: Availability }) {
  const t = useTexts();
  if (week.length === 0) return <Text c="dimmed">{t('work.availability.always')}</Text>;
  return (
    <dl className={classes.week}>
      {weekdays.map((weekday) => (
        <div key={weekday} style={{ display: 'contents' }}>
          <dt>{t(`work.weekday.${weekday}`)}</dt>
          <dd>{hoursOf(week.filter((one) => one.weekday === weekday)) || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Exceptions({ availability: { exceptions } }: { availability: Availability }) {
  const t = useTexts();
  const dates = useDates();
  if (exceptions.length === 0) return null;
  const days = [...new Set(exceptions.map(({ day }) => day))];
  return (
    <div>
      <Title order={3} mb={6}>
        {t('work.exceptions')}
      </Title>
      <dl className={classes.week}>
        {days.map((day) => (
          <div key={day} style={{ display: 'contents' }}>
            <dt>{dates.longDay(day)}</dt>
            <dd>{hoursOf(exceptions.filter((one) => one.day === day)) || t('work.availability.not')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
