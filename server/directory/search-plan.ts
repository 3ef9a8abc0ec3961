import { emailKey, isEmail, normaliseEmail } from '../../contract/emails.ts';
import { parseTerms, wordsOf } from '../../contract/search-terms.ts';

/** One search term: as typed, and the folded words that all have to occur. */
export type Term = { text: string; words: string[] };

/** A term with its number, and who has the address that it is, if it is somebody's. */
export type Sought = { n: number; term: Term; ids: string[] };

/** The terms of a search and how many were too many; null when nothing is searched for. */
export function readSearch(search: string | undefined): { terms: Term[]; dropped: number } | null {
  const { terms, dropped } = parseTerms(search ?? '');
  const read = terms.map((text) => ({ text, words: wordsOf(text) })).filter(({ words }) => words.length > 0);
  return read.length > 0 ? { terms: read, dropped } : null;
}

/** What a term that is a whole e-mail address is looked up by; null for any other term. */
export function addressOf({ text, words }: Term): string | null {
  return words.length === 1 && isEmail(normaliseEmail(text)) ? emailKey(text) : null;
}

/** True where a text holds every word of the term. */
export function holds(searchText: string, { words }: Term): boolean {
  return words.every((word) => searchText.includes(word));
}

const letterGroup = /(?=([\p{L}\p{N}]{3}))/gu;
const threeInARow = /[\p{L}\p{N}]{3}/u;
const host = /(?<=^.*[\p{L}\p{N}]{3}.*)@.*$/u;

/** How many of all people have a group of three letters in their text, as a share. */
export type Rarity = { share(group: string): number };

/**
 * The LIKE patterns by which the trigram index finds candidates for a term: every match is a candidate. Parts of its two
 * longest words, where their letters are rarest, for each group of three letters costs a look into the index. Empty
 * where no word has three letters in a row: the index knows nothing shorter. The host of an address stays out, for
 * half the people share it.
 */
export function indexPatterns({ words }: Term, rarity: Rarity): string[] {
  const indexed = words.map((word) => word.replace(host, '')).filter((word) => threeInARow.test(word));
  const partOf = indexed.length > 1 ? briefPart : tellingPart;
  return indexed
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((word) => likePattern(word.includes('@') ? edgesOf(word) : partOf(word, rarity)));
}

/** Of two words, the one group that is rarest in each: together they leave few people. */
function briefPart(word: string, rarity: Rarity): string {
  return rarestPart(word, 3, rarity).part;
}

// A share of all people: so few are sooner read than more groups are looked up.
const few = 0.003;

/** Of a single word four letters where they are rare enough, else eight. */
function tellingPart(word: string, rarity: Rarity): string {
  const short = rarestPart(word, 4, rarity);
  return short.rarest <= few ? short.part : rarestPart(word, 8, rarity).part;
}

const shortWord = /[^\p{L}\p{N}][\p{L}\p{N}]+@/u;

/**
 * An address that still has its host has next to nothing before it; its dots and edges must tell. Where a short word
 * stands between them, the index knows it, and the letters of the host only cost time.
 */
function edgesOf(address: string): string {
  return shortWord.test(address) ? address.slice(0, address.indexOf('@') + 1) : address;
}

/** The LIKE pattern of texts that hold this one anywhere. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The part of so many letters that the fewest have, if its groups came by chance; `rarest`: the share of its rarest group. */
function rarestPart(word: string, length: number, { share }: Rarity): { part: string; rarest: number } {
  const letters = [...word];
  const starts = Math.max(1, letters.length - length + 1);
  const weighed = Array.from({ length: starts }, (_, at) => {
    const part = letters.slice(at, at + length).join('');
    const shares = [...part.matchAll(letterGroup)].map((match) => share(match[1] as string));
    const weight = shares.length === 0 ? 2 : shares.reduce((product, one) => product * one, 1);
    return { part, weight, rarest: Math.min(1, ...shares) };
  });
  return weighed.reduce((best, other) => (other.weight < best.weight ? other : best));
}

/** True where the trigram index can find candidates for a term at all. */
export function isIndexed({ words }: Term): boolean {
  return words.some((word) => threeInARow.test(word));
}
