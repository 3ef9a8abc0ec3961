import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { type PointerEvent, useState } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import { problemWords } from './problem-words.ts';
import { timeOf } from './rows.ts';
import classes from './schedule.module.css';
import { plusMinutes } from './wall-times.ts';

/** So many pixels to the right make a shift a quarter of an hour longer. */
const pixelsPerQuarter = 10;

/** One shift in the grid: a button that opens it, can be dragged to another cell, and stretched at its end. */
export function ShiftBlock(props: {
  shift: Shift;
  activity: { name: string; colour: string };
  elsewhere: boolean;
  mayChange: boolean;
  tabIndex: number;
  open: () => void;
  stretch: (endsAt: string) => void;
}) {
  const t = useTexts();
  const { shift, activity, mayChange, stretch } = props;
  const [minutes, setMinutes] = useState(0);
  const endsAt = plusMinutes(shift.endsAt, minutes);
  const [from, until] = [timeOf(shift.startsAt), timeOf(endsAt)];
  const words = shift.problems.map((problem) => problemWords(t, problem)).join('. ');
  const wrong = shift.problems.some(({ code }) => code !== 'rest');
  const Mark = wrong ? IconAlertTriangle : IconClockPause;
  const follow = (event: PointerEvent<HTMLSpanElement>) => {
    event.stopPropagation();
    const handle = event.currentTarget;
    const start = event.clientX;
    let quarters = 0;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => {
      quarters = Math.round((moved.clientX - start) / pixelsPerQuarter);
      setMinutes(Math.max(quarters * 15, 15 - shift.minutes));
    };
    handle.onpointerup = () => {
      handle.onpointermove = handle.onpointerup = null;
      const longer = Math.max(quarters * 15, 15 - shift.minutes);
      setMinutes(0);
      if (longer !== 0) stretch(plusMinutes(shift.endsAt, longer));
    };
  };
  return (
    <button
      type="button"
      className={classes.shift}
      style={{ '--colour': activity.colour } as React.CSSProperties}
      data-shift={shift.id}
      data-elsewhere={props.elsewhere || undefined}
      data-wrong={wrong || undefined}
      tabIndex={props.tabIndex}
      draggable={mayChange && minutes === 0}
      title={words || undefined}
      onClick={props.open}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', shift.id);
        event.dataTransfer.effectAllowed = 'copyMove';
      }}
    >
      <span className={classes.time}>{`${from}–${until}`}</span>{' '}
      {shift.problems.length > 0 && (
        <Mark size={14} aria-hidden className={classes.mark} data-kind={wrong ? 'wrong' : 'warning'} />
      )}
      <br />
      {activity.name}
      {words !== '' && <VisuallyHidden>. {words}</VisuallyHidden>}
      {mayChange && (
        <span
          className={classes.handle}
          aria-hidden
          onPointerDown={follow}
          onClick={(event) => event.stopPropagation()}
        />
      )}
    </button>
  );
}
