import type { Shift } from '../../contract/schedule.ts';
import { useDates } from '../kit/dates.ts';
import { StaleDialog } from '../kit/stale-dialog.tsx';
import { useTexts } from '../kit/texts.tsx';
import { dayOf, type GridRow, timeOf } from './rows.ts';
import type { ShiftActs } from './use-shift-acts.ts';

/** Another planner moved the same shift meanwhile: both versions beside each other, and the choice. */
export function ClashDialog({ acts, rows }: { acts: ShiftActs; rows: GridRow[] }) {
  const t = useTexts();
  const dates = useDates();
  const { clash, forgetClash } = acts;
  if (!clash) return null;
  const { theirs, change } = clash;
  const mine = { ...theirs, ...change };
  const when = (shift: Pick<Shift, 'startsAt' | 'endsAt'>) =>
    `${dates.longDay(dayOf(shift))}, ${timeOf(shift.startsAt)}–${timeOf(shift.endsAt)}`;
  const who = (user: string | null | undefined) =>
    rows.find((row) => row.kind !== 'former' && row.user === (user ?? null))?.name ?? '–';
  return (
    <StaleDialog
      opened
      close={forgetClash}
      differences={[
        { field: t('schedule.employee'), mine: who(mine.user), theirs: who(theirs.user) },
        { field: t('schedule.day-field'), mine: when(mine), theirs: when(theirs) },
      ]}
      keepMine={() => {
        forgetClash();
        void acts.change(theirs, change);
      }}
      takeTheirs={forgetClash}
    />
  );
}
