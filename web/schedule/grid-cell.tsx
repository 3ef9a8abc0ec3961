import { Box, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import type { GridRow } from './rows.ts';
import classes from './schedule.module.css';
import { ShiftBlock } from './shift-block.tsx';

/** One person on one day. */
export function GridCell(props: {
  row: GridRow;
  day: string;
  place: string;
  current: boolean;
  team: string;
  activities: Map<string, { name: string; colour: string }>;
  mayChange: boolean;
  enter: () => void;
  open: (shift: Shift) => void;
  stretch: (shift: Shift, endsAt: string) => void;
  drop: (id: string, copy: boolean) => void;
}) {
  const t = useTexts();
  const { row, day, current, mayChange } = props;
  const [over, setOver] = useState(false);
  const shifts = row.shifts.get(day) ?? [];
  const away = row.away.includes(day);
  const off = row.off.includes(day);
  const about = away ? t('schedule.cell.away') : off ? t('schedule.cell.off') : '';
  return (
    <Box
      role="gridcell"
      tabIndex={current ? 0 : -1}
      className={classes.cell}
      data-place={props.place}
      data-away={away || undefined}
      data-off={off || undefined}
      data-over={over || undefined}
      onFocus={props.enter}
      onDragOver={(event) => {
        if (!mayChange) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.drop(event.dataTransfer.getData('text/plain'), event.ctrlKey || event.metaKey);
      }}
    >
      {about !== '' && <VisuallyHidden>{about}</VisuallyHidden>}
      {shifts.map((shift) => (
        <ShiftBlock
          key={shift.id}
          shift={shift}
          activity={props.activities.get(shift.activity) ?? { name: '', colour: '#888888' }}
          elsewhere={shift.team !== props.team}
          mayChange={mayChange}
          tabIndex={current ? 0 : -1}
          open={() => props.open(shift)}
          stretch={(endsAt) => props.stretch(shift, endsAt)}
        />
      ))}
    </Box>
  );
}
