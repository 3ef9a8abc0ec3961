import { Box } from '@mantine/core';
import type { Ref } from 'react';
import { useTexts } from '../kit/texts.tsx';
import { type CellContext, GridCell } from './grid-cell.tsx';
import type { GridRow } from './rows.ts';
import classes from './schedule.module.css';

/** One line of the grid, at its place below the others. */
export function GridRowView(props: {
  row: GridRow;
  index: number;
  top: number;
  days: string[];
  /** The day that takes part in the order of Tab; null where another row has it. */
  current: number | null;
  measure: Ref<HTMLDivElement>;
  context: CellContext;
}) {
  const { row, index, days } = props;
  return (
    <Box
      role="row"
      aria-rowindex={index + 2}
      ref={props.measure}
      data-index={index}
      className={classes.row}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <Box role="rowheader" className={classes.name}>
        <RowName row={row} last={days.at(-1) ?? ''} />
      </Box>
      {days.map((day, column) => (
        <GridCell
          key={day}
          row={row}
          day={day}
          place={{ row: index, day: column }}
          current={props.current === column}
          context={props.context}
        />
      ))}
    </Box>
  );
}

function RowName({ row, last }: { row: GridRow; last: string }) {
  const t = useTexts();
  const gone = row.away.includes(last);
  return (
    <>
      <span className={gone ? classes.gone : undefined}>{row.name}</span>
      <small className={classes.under}>
        {gone && t('schedule.left')}
        {gone && row.minutes > 0 && ' · '}
        {row.minutes > 0 && t('schedule.hours', { hours: row.minutes / 60 })}
      </small>
    </>
  );
}
