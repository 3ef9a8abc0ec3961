import { ActionIcon, Button, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { useDates } from '../kit/dates.ts';
import { Flyout } from '../kit/flyout.tsx';
import { useTexts } from '../kit/texts.tsx';
import { FileMenu } from './file-menu.tsx';
import type { Choices } from './rows.ts';
import classes from './schedule.module.css';
import { plusDays } from './wall-times.ts';

export type View = 'week' | 'day';

/** Above the grid: which team, which days, and what can be done with all of it. */
export function ScheduleTools(props: {
  choices: Choices;
  window: { team: string; from: string; days: number };
  view: View;
  day: string;
  change: (changes: { team?: string; day?: string; view?: View }) => void;
  undo: (() => void) | undefined;
  wrong: number;
  told: string;
  mayChange: boolean;
  add: (() => void) | undefined;
}) {
  const t = useTexts();
  const dates = useDates();
  const { choices, window, view, day, change } = props;
  const step = view === 'week' ? 7 : 1;
  const last = plusDays(window.from, window.days - 1);
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          label={t('schedule.team')}
          value={window.team}
          onChange={(event) => change({ team: event.currentTarget.value })}
          data={choices.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SegmentedControl
          aria-label={t('schedule.view')}
          value={view}
          onChange={(chosen) => change({ view: chosen as View })}
          data={[
            { value: 'week', label: t('schedule.week') },
            { value: 'day', label: t('schedule.day') },
          ]}
        />
        <div className={classes.steps}>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('schedule.previous')}
            title={t('schedule.previous')}
            onClick={() => change({ day: plusDays(day, -step) })}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => change({ day: undefined })}>
            {t('schedule.today')}
          </Button>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('schedule.next')}
            title={t('schedule.next')}
            onClick={() => change({ day: plusDays(day, step) })}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </div>
        {props.mayChange && <Button onClick={props.add}>{t('schedule.add')}</Button>}
        {props.mayChange && (
          <ActionIcon
            variant="default"
            size={36}
            disabled={!props.undo}
            onClick={props.undo}
            aria-label={t('schedule.undo')}
            title={t('schedule.undo')}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        )}
        <FileMenu window={window} mayChange={props.mayChange} />
        <Flyout
          label={t('schedule.grid.keys.show')}
          width={340}
          button={(button) => (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('schedule.grid.keys.show')}
              title={t('schedule.grid.keys.show')}
              {...button}
            >
              <IconKeyboard size={18} aria-hidden />
            </ActionIcon>
          )}
        >
          <Text size="sm">{t('schedule.grid.keys')}</Text>
        </Flyout>
      </div>
      <div className={classes.status} aria-live="polite">
        <Text fw={600}>
          {window.days === 1
            ? dates.longDay(window.from)
            : t('work.period', { from: dates.day(window.from), until: dates.day(last) })}
        </Text>
        {props.wrong > 0 && (
          <Text size="sm" c="dimmed">
            {t('schedule.problem.count', { count: props.wrong })}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {props.told}
        </Text>
      </div>
    </>
  );
}
