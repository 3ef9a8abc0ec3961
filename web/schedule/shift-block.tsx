import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { useTexts } from '../kit/texts.tsx';
import { problemWords } from './problem-words.ts';
import { timeOf } from './rows.ts';
import classes from './shift-block.module.css';

/** One shift in the grid: a button that opens it, can be dragged to another cell, and stretched at its ends. */
export function ShiftBlock(props: {
  shift: Shift;
  activity: { name: string; colour: string };
  elsewhere: boolean;
  dragged: boolean;
  /** The ends that can be taken hold of. */
  edges: readonly ('start' | 'end')[];
  tabIndex: number;
  style?: CSSProperties;
  open: () => void;
}) {
  const t = useTexts();
  const { shift, activity } = props;
  const words = shift.problems.map((problem) => problemWords(t, problem)).join('. ');
  const wrong = shift.problems.some(({ code }) => code !== 'rest');
  const Mark = wrong ? IconAlertTriangle : IconClockPause;
  const times = `${timeOf(shift.startsAt)}–${timeOf(shift.endsAt)}`;
  return (
    <button
      type="button"
      className={classes.shift}
      style={{ ...props.style, '--colour': activity.colour } as CSSProperties}
      data-shift={shift.id}
      data-elsewhere={props.elsewhere || undefined}
      data-dragged={props.dragged || undefined}
      data-wrong={wrong || undefined}
      tabIndex={props.tabIndex}
      title={words ? `${times} ${activity.name}. ${words}` : `${times} ${activity.name}`}
      onClick={props.open}
    >
      <span className={classes.time}>{times}</span>{' '}
      {shift.problems.length > 0 && (
        <Mark size={14} aria-hidden className={classes.mark} data-kind={wrong ? 'wrong' : 'warning'} />
      )}
      <span className={classes.activity}>{activity.name}</span>
      {words !== '' && <VisuallyHidden>. {words}</VisuallyHidden>}
      {props.edges.map((edge) => (
        <span key={edge} className={classes.handle} data-edge={edge} aria-hidden />
      ))}
    </button>
  );
}

/** Where a shift would come to stand, while it is dragged. */
export function GhostBlock(props: {
  startsAt: string;
  endsAt: string;
  colour: string;
  style?: CSSProperties;
}) {
  return (
    <span
      className={classes.ghost}
      aria-hidden
      style={{ ...props.style, '--colour': props.colour } as CSSProperties}
    >
      {`${timeOf(props.startsAt)}–${timeOf(props.endsAt)}`}
    </span>
  );
}
