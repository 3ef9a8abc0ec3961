import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DayField } from '../kit/day-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeField } from '../kit/time-field.tsx';
import { weekdays } from './hours.ts';
import classes from './work.module.css';

export type TimeLine = { key: number; weekday: number; from: string; until: string };
export type DayLine = { key: number; day: string; off: boolean; from: string; until: string };

type Lines<Line> = { lines: Line[]; change: (lines: Line[]) => void; newKey: () => number };

/** A row for each day of the week, with its times. */
export function WeekLines({ lines, change, newKey }: Lines<TimeLine>) {
  const t = useTexts();
  return (
    <div>
      {weekdays.map((weekday) => {
        const day = t(`work.weekday.${weekday}`);
        const times = lines.filter((line) => line.weekday === weekday);
        return (
          <div key={weekday} className={classes.day}>
            <span>{day}</span>
            <div className={classes.times}>
              {times.map((line) => (
                <div key={line.key} className={classes.time}>
                  <Times line={line} about={day} change={(times) => change(replaced(lines, line, times))} />
                  <Remove
                    words={t('work.availability.remove', { from: line.from, until: line.until, day })}
                    act={() => change(lines.filter(({ key }) => key !== line.key))}
                  />
                </div>
              ))}
            </div>
            <ActionIcon
              variant="default"
              aria-label={t('work.availability.add', { day })}
              title={t('work.availability.add', { day })}
              onClick={() => change([...lines, { key: newKey(), weekday, ...nextAfter(times) }])}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
    </div>
  );
}

/** A second time of a day begins where the first one ended. */
function nextAfter(times: { until: string }[]): { from: string; until: string } {
  const last = times.at(-1)?.until;
  return last !== undefined && last < '17:00'
    ? { from: last, until: '17:00' }
    : last === undefined
      ? { from: '09:00', until: '17:00' }
      : { from: last, until: '24:00' };
}

/** A row for each day that differs. */
export function ExceptionLines({ lines, change, newKey }: Lines<DayLine>) {
  const t = useTexts();
  return (
    <div className={classes.times}>
      {lines.map((line) => (
        <div key={line.key} className={classes.time}>
          <DayField
            label={t('work.exceptions.day')}
            value={line.day}
            onChange={(day) => change(replaced(lines, line, { day }))}
          />
          <Checkbox
            label={t('work.exceptions.off')}
            checked={line.off}
            onChange={(event) => change(replaced(lines, line, { off: event.currentTarget.checked }))}
          />
          {!line.off && (
            <Times line={line} about={line.day} change={(times) => change(replaced(lines, line, times))} />
          )}
          <Remove
            words={t('work.exceptions.remove', { day: line.day })}
            act={() => change(lines.filter(({ key }) => key !== line.key))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          onClick={() =>
            change([...lines, { key: newKey(), day: '', off: true, from: '09:00', until: '17:00' }])
          }
        >
          {t('work.exceptions.add')}
        </Button>
      </div>
    </div>
  );
}

function Times(props: {
  line: { from: string; until: string };
  about: string;
  change: (times: { from?: string; until?: string }) => void;
}) {
  const t = useTexts();
  const { line, about, change } = props;
  return (
    <>
      <TimeField
        aria-label={`${about}: ${t('work.from-time')}`}
        value={line.from}
        onChange={(from) => change({ from })}
      />
      <span aria-hidden>–</span>
      <TimeField
        aria-label={`${about}: ${t('work.until-time')}`}
        value={line.until}
        onChange={(until) => change({ until })}
      />
    </>
  );
}

function Remove({ words, act }: { words: string; act: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={words} title={words} onClick={act}>
      <IconTrash size={17} aria-hidden />
    </ActionIcon>
  );
}

function replaced<Line extends { key: number }>(lines: Line[], line: Line, changes: Partial<Line>): Line[] {
  return lines.map((one) => (one.key === line.key ? { ...one, ...changes } : one));
}
