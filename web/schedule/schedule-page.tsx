import { Skeleton } from '@mantine/core';
import { IconCalendarWeek } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { getSchedule, getScheduleChoices } from '../../contract/schedule.ts';
import { dayShape, idShape } from '../../contract/shapes.ts';
import { useAddress } from '../kit/address-state.ts';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { ClashDialog } from './clash-dialog.tsx';
import { type Choices, rowsOf } from './rows.ts';
import { type Opened, ScheduleGrid } from './schedule-grid.tsx';
import { ScheduleTools, type View } from './schedule-tools.tsx';
import { ShiftDialog } from './shift-dialog.tsx';
import { useShiftActs } from './use-shift-acts.ts';
import { mondayOf, plusDays } from './wall-times.ts';

const address = z.object({
  team: idShape.optional(),
  day: dayShape.optional(),
  view: z.enum(['week', 'day']).optional(),
});

/** Who works when: the grid of a team, for a week or a day. */
export function SchedulePage() {
  const t = useTexts();
  const may = useMay();
  const { data, error, refetch } = useQuery(queryOf(getScheduleChoices, {}));
  return (
    <Page title={t('schedule.title')} fill>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={420} radius={10} />}
      {data?.teams.length === 0 && (
        <EmptyState
          icon={<IconCalendarWeek size={22} />}
          title={t('schedule.no-teams')}
          action={
            may('groups.view') && (
              <ButtonLink to="/groups" variant="default">
                {t('groups.title')}
              </ButtonLink>
            )
          }
        >
          {t('schedule.no-teams.text')}
        </EmptyState>
      )}
      {data && data.teams.length > 0 && <TeamSchedule choices={data} />}
    </Page>
  );
}

function TeamSchedule({ choices }: { choices: Choices }) {
  const t = useTexts();
  const dates = useDates();
  const may = useMay();
  const acts = useShiftActs();
  const [asked, change] = useAddress(address);
  const [opened, setOpened] = useState<Opened | null>(null);
  const view: View = asked.view ?? 'week';
  const team = choices.teams.find(({ id }) => id === asked.team) ?? choices.teams[0];
  const day = asked.day ?? choices.today;
  const from = view === 'week' ? mondayOf(day) : day;
  const count = view === 'week' ? 7 : 1;
  const days = useMemo(
    () => Array.from({ length: count }, (_, index) => plusDays(from, index)),
    [from, count],
  );
  const window = { team: team?.id ?? '', from, days: count };
  const { data, error, refetch } = useQuery({
    ...queryOf(getSchedule, window),
    placeholderData: keepPreviousData,
  });
  const words = { open: t('schedule.open'), former: t('schedule.former') };
  const rows = data ? rowsOf(data, words) : [];
  const activities = useMemo(() => new Map(choices.activities.map((one) => [one.id, one])), [choices]);
  const wrong = data?.shifts.filter(({ problems }) => problems.some(({ code }) => code !== 'rest')).length;
  return (
    <>
      <ScheduleTools
        choices={choices}
        window={window}
        view={view}
        day={day}
        change={change}
        undo={acts.undoable ? () => void acts.undo() : undefined}
        wrong={wrong ?? 0}
        told={acts.told}
        mayChange={may('schedule.change')}
        add={
          rows[0] ? () => setOpened({ row: rows[0] as (typeof rows)[number], day, shift: null }) : undefined
        }
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={420} radius={10} />}
      {data && (
        <ScheduleGrid
          label={t('schedule.grid', {
            team: team?.name ?? '',
            from: dates.day(from),
            until: dates.day(days.at(-1) ?? from),
          })}
          team={window.team}
          rows={rows}
          days={days}
          today={choices.today}
          activities={activities}
          mayChange={may('schedule.change')}
          acts={acts}
          open={setOpened}
        />
      )}
      {opened && (
        <ShiftDialog
          opened={opened}
          team={window.team}
          rows={rows}
          activities={choices.activities}
          mayChange={may('schedule.change')}
          acts={acts}
          close={() => setOpened(null)}
        />
      )}
      <ClashDialog acts={acts} rows={rows} />
    </>
  );
}
