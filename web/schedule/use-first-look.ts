import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type GridRow, shiftsOn } from './rows.ts';

const morning = 7 * 60;

/**
 * Where the days do not fit beside each other, the grid opens at what one came for: in a week today, in a day the first
 * shift, and not at Monday or midnight. Once for each stretch of days: who scrolls on stays where they are.
 */
export function useFirstLook(options: {
  scroll: RefObject<HTMLElement | null>;
  rows: readonly GridRow[];
  days: readonly string[];
  today: string;
}): void {
  const { scroll, rows, days, today } = options;
  const seen = useRef('');
  useLayoutEffect(() => {
    const stretch = `${days[0]} ${days.length}`;
    const frame = scroll.current;
    const cell = frame?.querySelector<HTMLElement>('[data-place]');
    if (!frame || !cell || seen.current === stretch) return;
    seen.current = stretch;
    frame.scrollLeft = shareBefore(rows, days, today) * cell.offsetWidth;
  });
}

/** How many days, or which part of one, lie before what is looked at first. */
function shareBefore(rows: readonly GridRow[], days: readonly string[], today: string): number {
  const [day] = days;
  if (days.length > 1 || day === undefined) return Math.max(days.indexOf(today), 0);
  const begins = rows.flatMap((row) =>
    shiftsOn(row, day).map(({ startsAt }) =>
      startsAt.slice(0, 10) < day ? 0 : Number(startsAt.slice(11, 13)) * 60,
    ),
  );
  return Math.min(morning, ...begins) / 1440;
}
