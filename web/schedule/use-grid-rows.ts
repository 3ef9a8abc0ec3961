import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { hoursHeight } from './grid-cell.tsx';
import { placeOnDay } from './lanes.ts';
import { type GridRow, shiftsOn } from './rows.ts';

/** Where one is in the grid, by number. */
export type Place = { row: number; day: number };

/** Which rows are drawn: those in sight, a few beyond, and the one that has the focus, wherever it is. */
export function useGridRows(props: {
  grid: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  rows: GridRow[];
  days: string[];
  hours: boolean;
}) {
  const { grid, scroll, rows, days, hours } = props;
  const [asked, setPlace] = useState<Place>({ row: 0, day: 0 });
  const wantsFocus = useRef(false);
  // Another week or team may have fewer of them.
  const place = clamp(asked, rows, days);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => heightOf(rows[index], days, hours),
    getItemKey: (index) => `${rows[index]?.key ?? index} ${hours}`,
    overscan: 6,
    scrollPaddingStart: 40,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), place.row])]
        .filter((index) => index < rows.length)
        .sort((a, b) => a - b),
  });

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.day}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (wanted: Place) => {
    const next = clamp(wanted, rows, days);
    wantsFocus.current = true;
    setPlace(next);
    virtual.scrollToIndex(next.row, { align: 'auto' });
  };
  return { virtual, place, setPlace, goTo };
}

function clamp({ row, day }: Place, rows: unknown[], days: unknown[]): Place {
  return {
    row: Math.min(Math.max(row, 0), Math.max(rows.length - 1, 0)),
    day: Math.min(Math.max(day, 0), Math.max(days.length - 1, 0)),
  };
}

/** About how high a row will be; it is measured once it is drawn. */
function heightOf(row: GridRow | undefined, days: string[], hours: boolean): number {
  if (!row) return 54;
  if (hours) return 1 + hoursHeight(placeOnDay(shiftsOn(row, days[0] ?? ''), days[0] ?? ''));
  const most = Math.max(1, ...days.map((day) => row.shifts.get(day)?.length ?? 0));
  return 9 + 44 * most;
}
