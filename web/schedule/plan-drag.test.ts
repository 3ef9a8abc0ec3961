import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shift } from '../../contract/schedule.ts';
import { type Drag, type Point, planDrag } from './plan-drag.ts';

const days = ['2026-11-16', '2026-11-17', '2026-11-18'];
const week = { days, hours: false };
const oneDay = { days: ['2026-11-16'], hours: true };
const at = (row: number, day: number, minute = 0, x = 0): Point => ({ row, day, minute, x });
const shift = { startsAt: '2026-11-16T09:00', endsAt: '2026-11-16T17:00' } as Shift;

const times = (drag: Drag, to: Point, scale: { days: string[]; hours: boolean }) => {
  const found = planDrag(drag, to, scale);
  return found && [found.row, found.day, found.startsAt, found.endsAt];
};

test('in a week a shift moves by days and people, and keeps its times', () => {
  const drag: Drag = { kind: 'move', shift, from: at(1, 0, 300) };
  assert.deepEqual(times(drag, at(2, 1, 900), week), [2, 1, '2026-11-17T09:00', '2026-11-17T17:00']);
  assert.equal(planDrag(drag, at(1, 0, 900), week), null);
});

test('on a day it moves by quarters of an hour', () => {
  const drag: Drag = { kind: 'move', shift, from: at(1, 0, 600) };
  assert.deepEqual(times(drag, at(1, 0, 640), oneDay), [1, 0, '2026-11-16T09:45', '2026-11-16T17:45']);
  assert.equal(planDrag(drag, at(1, 0, 605), oneDay), null);
});

test('it is stretched at both ends, to a quarter at least and 24 hours at most', () => {
  const end: Drag = { kind: 'stretch', edge: 'end', shift, from: at(1, 0, 1020, 100) };
  assert.deepEqual(times(end, at(1, 0, 0, 121), week), [1, 0, '2026-11-16T09:00', '2026-11-16T17:30']);
  assert.deepEqual(times(end, at(1, 0, 0, -900), week), [1, 0, '2026-11-16T09:00', '2026-11-16T09:15']);
  assert.deepEqual(times(end, at(1, 0, 0, 9000), week), [1, 0, '2026-11-16T09:00', '2026-11-17T09:00']);
  const start: Drag = { kind: 'stretch', edge: 'start', shift, from: at(1, 0, 540) };
  assert.deepEqual(times(start, at(1, 0, 480), oneDay), [1, 0, '2026-11-16T08:00', '2026-11-16T17:00']);
  assert.deepEqual(times(start, at(1, 0, 1400), oneDay), [1, 0, '2026-11-16T16:45', '2026-11-16T17:00']);
});

test('a new one runs from where the pointer went down to where it went up, whichever comes first', () => {
  const drag: Drag = { kind: 'create', from: at(1, 1, 545) };
  assert.deepEqual(times(drag, at(1, 1, 1010), week), [1, 1, '2026-11-17T09:00', '2026-11-17T17:00']);
  assert.deepEqual(times(drag, at(1, 1, 100), week), [1, 1, '2026-11-17T01:30', '2026-11-17T09:30']);
  assert.deepEqual(times(drag, at(1, 2, 10), week), [1, 1, '2026-11-17T09:00', '2026-11-18T00:00']);
});
