import type { ImportFormat } from '../../../contract/imports.ts';

type Separator = NonNullable<ImportFormat['separator']>;

const candidates: readonly Separator[] = [';', '\t', ','];
const linesToLookAt = 20;

/** What separates the cells: of the three the one that cuts most of the first lines into equally many cells. */
export function detectSeparator(sample: string): Separator {
  const said = /^sep=([,;\t])\r?\n/i.exec(sample)?.[1];
  if (said) return said as Separator;
  const scores = candidates.map((separator) => ({ separator, score: scoreOf(sample, separator) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function scoreOf(sample: string, separator: Separator): number {
  const counts = countPerLine(sample, separator);
  const first = counts[0] ?? 0;
  if (first === 0) return 0;
  const alike = counts.filter((count) => count === first).length;
  return (alike / counts.length) * 1000 + first;
}

/** How often the separator stands in each of the first lines, outside quotes. */
function countPerLine(sample: string, separator: Separator): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let empty = true;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) count += 1;
    else if (character === '\n' && !quoted) {
      if (!empty) counts.push(count);
      if (counts.length === linesToLookAt) return counts;
      count = 0;
      empty = true;
      continue;
    }
    if (!/\s/.test(character)) empty = false;
  }
  if (!empty && counts.length === 0) counts.push(count);
  return counts;
}
