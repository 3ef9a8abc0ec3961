import { emailKey, isEmail, normaliseEmail } from '../../contract/emails.ts';
import { parseTerms, wordsOf } from '../../contract/search-terms.ts';

/** One search term: as typed, and the folded words that all have to occur. */
export type Term = { text: string; words: string[] };

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
  const length = indexed.length > 1 ? 4 : 8;
  return indexed
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((word) => likePattern(word.includes('@') ? edgesOf(word) : rarestPart([...word], length, rarity)));
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

function rarestPart(letters: string[], length: number, { share }: Rarity): string {
  const starts = Math.max(1, letters.length - length + 1);
  const parts = Array.from({ length: starts }, (_, at) => letters.slice(at, at + length).join(''));
  const weighed = parts.map((part) => {
    const groups = [...part.matchAll(letterGroup)].map((match) => match[1] as string);
    return {
      part,
      weight: groups.length === 0 ? 2 : groups.reduce((product, group) => product * share(group), 1),
    };
  });
  return weighed.reduce((best, other) => (other.weight < best.weight ? other : best)).part;
}

/** True where the trigram index can find candidates for a term at all. */
export function isIndexed({ words }: Term): boolean {
  return words.some((word) => threeInARow.test(word));
}
