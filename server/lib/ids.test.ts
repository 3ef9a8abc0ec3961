import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, newId } from './ids.ts';

test('an id is a UUIDv7 of this moment', () => {
  const before = Date.now();
  const id = newId();
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  assert.ok(time >= before && time <= Date.now() + 1);
});

test('100,000 ids in a row are different and ascending', () => {
  let last = newId();
  for (let i = 0; i < 100_000; i += 1) {
    const next = newId();
    assert.ok(next > last);
    last = next;
  }
});

test('a clock that is put back does not bring lower ids', (t) => {
  const last = newId();
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 60_000 });
  assert.ok(newId() > last);
});

test('only a UUID is an id', () => {
  assert.ok(isId(newId()));
  for (const text of [
    '',
    '1',
    newId().toUpperCase(),
    `${newId()}\n`,
    newId().replaceAll('-', ''),
    `{${newId()}}`,
  ]) {
    assert.ok(!isId(text), text);
  }
});
