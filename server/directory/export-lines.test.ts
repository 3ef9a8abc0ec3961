import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvLine } from '../lib/csv.ts';
import { toCsv } from './export-lines.ts';

test('the quick way writes what the careful way writes', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'abé0 -\'"=+@,;.\r＝') });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), (lines) => {
      assert.equal(toCsv(lines.map((cells) => cells.join('\t')).join('\n')), lines.map(csvLine).join(''));
    }),
    { numRuns: 3000 },
  );
});
