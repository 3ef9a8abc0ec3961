import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differByLittle } from './differ-by-little.ts';

test('slips of the pen are near: a letter missing, too many, another, or two that changed places', () => {
  for (const slip of [
    'klantcontact nord',
    'klantcontact nooord',
    'klantcontact noorf',
    'klantcontact nodor',
  ]) {
    assert.ok(differByLittle('klantcontact noord', slip), slip);
  }
});

test('other words, other numbers and short names are not taken for slips', () => {
  for (const [one, other] of [
    ['klantcontact noord', 'klantcontact zuid'],
    ['team 1', 'team 2'],
    ['hr', 'ict'],
    ['it', 'is'],
    ['', 'x'],
  ] as const) {
    assert.ok(!differByLittle(one, other), `${one}, ${other}`);
  }
});
