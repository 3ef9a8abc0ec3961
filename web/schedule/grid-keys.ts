import type { KeyboardEvent } from 'react';
import type { Shift } from '../../contract/schedule.ts';

/** What a key asks for in the grid. */
export type KeyAct =
  | { act: 'go'; rows: number; days: number }
  | { act: 'move'; rows: number; days: number; shift: Shift }
  | { act: 'stretch'; minutes: number; shift: Shift }
  | { act: 'copy' | 'delete' | 'open'; shift: Shift }
  | { act: 'paste' | 'new' | 'undo' };

const arrows: Record<string, { rows: number; days: number }> = {
  ArrowUp: { rows: -1, days: 0 },
  ArrowDown: { rows: 1, days: 0 },
  ArrowLeft: { rows: 0, days: -1 },
  ArrowRight: { rows: 0, days: 1 },
};

const leaps: Record<string, { rows: number; days: number }> = {
  Home: { rows: 0, days: -99 },
  End: { rows: 0, days: 99 },
  PageUp: { rows: -10, days: 0 },
  PageDown: { rows: 10, days: 0 },
};

/** Reads a key; `shift` is the one that is meant, where there is one in the cell. */
export function readKey(event: KeyboardEvent, shift: Shift | undefined): KeyAct | null {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const arrow = arrows[event.key];
  if (command && key === 'z') return { act: 'undo' };
  if (command && key === 'v') return { act: 'paste' };
  if (command && key === 'c' && shift) return { act: 'copy', shift };
  if (command && event.key === 'Home') return { act: 'go', rows: -1e6, days: -99 };
  if (command && event.key === 'End') return { act: 'go', rows: 1e6, days: 99 };
  if (command) return null;
  const leap = leaps[event.key];
  if (leap && !event.altKey) return { act: 'go', ...leap };
  if (arrow && event.altKey && event.shiftKey && shift && arrow.days !== 0) {
    return { act: 'stretch', minutes: arrow.days * 15, shift };
  }
  if (arrow && event.altKey && shift) return { act: 'move', ...arrow, shift };
  if (arrow && !event.altKey) return { act: 'go', ...arrow };
  if ((event.key === 'Delete' || event.key === 'Backspace') && shift) return { act: 'delete', shift };
  if (event.key === 'Enter') return shift ? { act: 'open', shift } : { act: 'new' };
  if (key === 'n' && !event.altKey) return { act: 'new' };
  return null;
}
