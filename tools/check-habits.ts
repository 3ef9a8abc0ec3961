import { readFileSync } from 'node:fs';
import type { Findings } from './check-order.ts';
import { listSources, sourceRoots } from './list-sources.ts';

const forbiddenName = /(^|[-.])(utils?|helpers?|common|managers?|services?)([-.]|$)|^index\.(ts|tsx|mjs)$/;

// Written with [] so that this list does not find itself.
const forbiddenWords: [pattern: RegExp, why: string][] = [
  [/\b(?:test|it|describe|suite)[.]only\(/, 'runs one test and leaves out the others'],
  [/\b(?:test|it|describe|suite|t)[.](?:skip|fixme|todo)\(/, 'leaves out a test'],
  [/\b(?:skip|only|todo): ?(?:true|['"`])/, 'leaves out a test'],
  [/\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/, 'work that is not finished'],
  [/@ts-(?:ignor[e]|expect-erro[r]|nochec[k])/, 'hides an error of types'],
  [/biome-ignor[e]|eslint-disabl[e]/, 'hides a finding'],
  [/^\s*assert[.](?:rejects|doesNotReject)\(/, 'is not awaited, so it proves nothing'],
];

/**
 * Finds what the rules of the house forbid by name: rooms called utils or index, tests left out, unfinished
 * work, hidden errors. Reading no file is a fault.
 */
export function checkHabits(root: string): Findings {
  const files = sourceRoots.flatMap((top) => listSources(root, top, /\.(ts|tsx|mjs|css|sql|html)$/));
  const faults = files.flatMap((file) => [
    ...file
      .split('/')
      .filter((part) => forbiddenName.test(part))
      .map((part) => `${file} has the name ${part}, which says nothing about what is inside`),
    ...findWords(file, readFileSync(`${root}/${file}`, 'utf8')),
  ]);
  if (files.length === 0) faults.push('no file was read');
  return { looked: `${files.length} files`, faults };
}

function findWords(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    forbiddenWords.flatMap(([pattern, why]) => {
      const found = pattern.exec(line)?.[0].trim();
      return found === undefined ? [] : [`${file}:${index + 1} ${found}: ${why}`];
    }),
  );
}
