import { Box } from '@mantine/core';
import { useDates } from '../kit/dates.ts';
import { useTexts } from '../kit/texts.tsx';
import classes from './schedule.module.css';
import { isWeekend } from './wall-times.ts';

const hours = Array.from({ length: 12 }, (_, index) => index * 2);

/** Above the grid: the days, and on a single one its hours. */
export function GridHead(props: {
  days: string[];
  today: string;
  hoursShown: boolean;
  /** How many shifts of the team begin on a day. */
  counts: Map<string, number>;
}) {
  const { days, today, hoursShown, counts } = props;
  const t = useTexts();
  const dates = useDates();
  return (
    <Box role="rowgroup" className={classes.head}>
      <Box role="row" aria-rowindex={1} className={classes.headRow}>
        <Box role="columnheader" className={classes.corner}>
          {t('schedule.employee')}
        </Box>
        {days.map((day) => (
          <Box
            key={day}
            role="columnheader"
            aria-label={hoursShown ? dates.longDay(day) : undefined}
            className={classes.day}
            data-today={day === today || undefined}
            data-weekend={isWeekend(day) || undefined}
            data-hours={hoursShown || undefined}
          >
            {hoursShown
              ? hours.map((hour) => (
                  <span key={hour} aria-hidden style={{ left: `${(hour / 24) * 100}%` }}>
                    {String(hour).padStart(2, '0')}
                  </span>
                ))
              : dates.shortDay(day)}
            {!hoursShown && (
              <small className={classes.under}>{t('schedule.count', { count: counts.get(day) ?? 0 })}</small>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
