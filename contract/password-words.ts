import { fold } from './fold.ts';
import { refusedWords } from './refused-words.ts';

/**
 * One way to read a password as words. `read` is what words are looked for in, `kept` the characters that stand
 * at the same places in what was typed, `aside` what was left out to read it so.
 */
type Reading = { read: string; kept: string; aside: string };

const leet: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '+': 't',
  '(': 'c',
};

function readings(password: string): Reading[] {
  const kept = fold(password);
  const letters = kept.replace(/[^\p{L}\p{M}]/gu, '');
  const aside = kept.replace(/[\p{L}\p{M}]/gu, '');
  return [
    { read: kept, kept, aside: '' },
    { read: unleet(kept, 'i'), kept, aside: '' },
    { read: unleet(kept, 'l'), kept, aside: '' },
    { read: letters, kept: letters, aside },
  ];
}

function unleet(text: string, one: string): string {
  return text.replace(/[0-9@$€+(!|]/g, (sign) => leet[sign] ?? (/[1!|]/.test(sign) ? one : sign));
}

/** What is left of a reading when every occurrence of these words is taken out of it. */
function without(reading: Reading, words: readonly string[]): { rest: string; taken: Set<string> } {
  let rest = '';
  let place = 0;
  const taken = new Set<string>();
  while (place < reading.read.length) {
    const word = words.find((candidate) => reading.read.startsWith(candidate, place));
    if (word === undefined) rest += reading.kept[place];
    else taken.add(word);
    place += word?.length ?? 1;
  }
  return { rest: rest + reading.aside, taken };
}

/** How many characters somebody has to guess: a year, a row like `1234` and a repetition count as one. */
function weigh(rest: string): number {
  const short = rest
    .replace(/(?:19|20)\d\d/g, 'y')
    .replace(/0?1234?5?6?7?8?9?0?|9?8?7?6?5?4?321/g, 'r')
    .replace(/(.)\1+/gu, '$1');
  return [...short].length;
}

/** Words as they are looked for: folded, letters only, also the parts of a name of several words, longest first. */
function contextWords(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const folded = fold(word);
    for (const part of [folded, ...folded.split(/[^\p{L}\p{M}\p{N}]+/u)]) {
      found.add(part.replace(/[^\p{L}\p{M}]/gu, ''));
    }
  }
  return [...found].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
}

/**
 * The context word that a password essentially consists of, or undefined. It does when, without all of these words,
 * less is left to guess than eight characters; four where the longest of them has three or four letters (`Jan`, so
 * that `Januskop-7` stands); and nothing but digits and signs, fewer than four, where it has two.
 */
export function essentialWord(password: string, words: readonly string[]): string | undefined {
  const looked = contextWords(words);
  for (const reading of readings(password)) {
    const { rest, taken } = without(reading, looked);
    const longest = [...taken].sort((a, b) => b.length - a.length)[0];
    if (longest === undefined) continue;
    const limit = longest.length >= 5 ? 8 : 4;
    const lettersMatter = longest.length < 3 && /\p{L}/u.test(rest);
    if (weigh(rest) < limit && !lettersMatter) return longest;
  }
  return undefined;
}

/**
 * True for what everybody tries first: one or two refused or context words with some digits and punctuation
 * (`Zomer2026!`), digits that are few or follow each other, or the same characters over and over.
 */
export function isCommonlyUsed(password: string, words: readonly string[]): boolean {
  const folded = fold(password);
  if ((new Set(folded).size <= 3 && password.length > 3) || /^(.{1,4}?)\1+.?$/su.test(folded)) return true;
  const looked = [...contextWords(words).filter((word) => word.length >= 3), ...refusedWords];
  looked.sort((a, b) => b.length - a.length);
  return readings(password).some((reading) => {
    const { rest, taken } = without(reading, looked);
    return taken.size <= 2 && !/\p{L}/u.test(rest) && weigh(rest) < 8;
  });
}
