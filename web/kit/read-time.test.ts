import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTime } from './read-time.ts';

test('a time is read however people type it', () => {
  for (const text of ['9:30', '09:30', '930', '0930', '9.30', '9u30', ' 9:30 ']) {
    assert.equal(readTime(text), '09:30', text);
  }
  assert.equal(readTime('9'), '09:00');
  assert.equal(readTime('17'), '17:00');
  assert.equal(readTime('24'), '24:00');
  for (const text of ['', '25', '24:01', '9:60', 'half tien', '9:3', '12345']) {
    assert.equal(readTime(text), null, text);
  }
});
