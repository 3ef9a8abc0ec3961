import { type PointerEvent as Press, type RefObject, useEffect, useRef, useState } from 'react';
import type { Shift } from '../../contract/schedule.ts';
import { type Drag, type Outcome, type Point, planDrag, type Scale } from './plan-drag.ts';

/** A drag that goes on: what, where it would end, and whether it leaves a copy. */
export type Dragging = { drag: Drag; outcome: Outcome | null; copy: boolean };

/** So far may a pointer stray before it is more than a click; a finger is never quite still. */
const slacks = { pointer: 4, finger: 10 };
/** A finger that only touches wants to scroll; one that stays wants to take hold. */
const hold = 350;
const edge = 36;
/** So long after a finger was lifted the browser may still tell of a click. */
const clickOfFinger = 300;

/**
 * Dragging in the grid with mouse, pen or finger: shifts, their ends, and empty cells for a new one. Alt, Ctrl or Cmd
 * leaves a copy, Escape gives up, and at the edges the grid scrolls along.
 */
export function useGridDrag(options: {
  grid: RefObject<HTMLElement | null>;
  scroll: RefObject<HTMLElement | null>;
  scale: Scale;
  enabled: boolean;
  find: (id: string) => Shift | undefined;
  drop: (dragged: Dragging) => void;
}) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const active = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    const grid = options.grid.current;
    // While a finger holds a shift, moving it must not scroll the page.
    const stay = (event: Event) => active.current && event.preventDefault();
    grid?.addEventListener('touchmove', stay, { passive: false });
    grid?.addEventListener('contextmenu', stay);
    return () => {
      grid?.removeEventListener('touchmove', stay);
      grid?.removeEventListener('contextmenu', stay);
    };
  }, [options.grid]);

  const press = (event: Press) => {
    if (!options.enabled || event.button !== 0 || !event.isPrimary) return;
    const begun = beginDrag(event, options.find);
    if (!begun) return;
    const { drag, cell } = begun;
    const finger = event.pointerType === 'touch';
    // An end is too narrow to scroll by: it is taken hold of at once.
    const holds = finger && drag.kind !== 'stretch';
    const slack = finger ? slacks.finger : slacks.pointer;
    let isFar = false;
    let { clientX, clientY } = event;
    let copy = false;
    let frame = 0;
    const timer = holds ? setTimeout(() => start(), hold) : undefined;

    function start(): void {
      active.current = true;
      update();
      frame = requestAnimationFrame(scrollAlong);
    }

    function update(): void {
      const outcome = planDrag(drag, pointAt(clientX, clientY, cell), latest.current.scale);
      setDragging({ drag, outcome, copy });
    }

    function scrollAlong(): void {
      const frameOf = latest.current.scroll.current?.getBoundingClientRect();
      const by = frameOf && awayFromEdge(clientX, clientY, frameOf);
      if (by && (by.left !== 0 || by.top !== 0)) {
        latest.current.scroll.current?.scrollBy(by);
        update();
      }
      frame = requestAnimationFrame(scrollAlong);
    }

    function move(moved: PointerEvent): void {
      if (moved.pointerId !== event.pointerId) return;
      const far = Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) > slack;
      if (!active.current && far && holds) {
        stop();
        return;
      }
      isFar ||= far;
      ({ clientX, clientY } = moved);
      copy = drag.kind === 'move' && (moved.altKey || moved.ctrlKey || moved.metaKey);
      if (!active.current && far) start();
      if (active.current) update();
    }

    function release(released: PointerEvent): void {
      if (released.pointerId !== event.pointerId) return;
      const dropped = active.current;
      stop();
      if (!dropped) return;
      swallowClick(finger ? clickOfFinger : 0);
      // A finger that rested on an empty cell has drawn nothing.
      if (!isFar && drag.kind === 'create') return;
      const outcome = planDrag(drag, pointAt(clientX, clientY, cell), latest.current.scale);
      if (outcome) latest.current.drop({ drag, outcome, copy });
    }

    function giveUp(pressed: KeyboardEvent): void {
      if (pressed.key !== 'Escape' || !active.current) return;
      pressed.stopPropagation();
      stop();
      swallowClick(finger ? clickOfFinger : 0);
    }

    function stop(): void {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      active.current = false;
      setDragging(null);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', giveUp, true);
    }

    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', giveUp, true);
  };
  return { dragging, press };
}

function beginDrag(
  { target, clientX, clientY }: Press,
  find: (id: string) => Shift | undefined,
): { drag: Drag; cell: HTMLElement } | null {
  const element = target as HTMLElement;
  const cell = element.closest<HTMLElement>('[data-place]');
  if (!cell || cell.dataset.fixed !== undefined) return null;
  const from = pointAt(clientX, clientY, cell);
  const id = element.closest<HTMLElement>('[data-shift]')?.dataset.shift;
  if (id === undefined) return { drag: { kind: 'create', from }, cell };
  const shift = find(id);
  if (!shift) return null;
  const end = element.closest<HTMLElement>('[data-edge]')?.dataset.edge;
  if (end === 'start' || end === 'end') return { drag: { kind: 'stretch', edge: end, shift, from }, cell };
  return { drag: { kind: 'move', shift, from }, cell };
}

/** The cell under the pointer, or the one where it began; and the minute of its day. */
function pointAt(x: number, y: number, began: HTMLElement): Point {
  const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]') ?? began;
  const [row = 0, day = 0] = (under.dataset.place ?? '').split(' ').map(Number);
  const { left, width } = (under.isConnected ? under : began).getBoundingClientRect();
  const minute = Math.min(Math.max(((x - left) / width) * 1440, 0), 1440);
  return { row, day, minute, x };
}

function awayFromEdge(x: number, y: number, { left, right, top, bottom }: DOMRect) {
  const by = (at: number, first: number, last: number) => (at > last - edge ? 9 : at < first + edge ? -9 : 0);
  return { left: by(x, left, right), top: by(y, top, bottom) };
}

/** What ends a drag is no click on what lies there. */
function swallowClick(within: number): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), within);
}
