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

const beforeHost = /^(.*[\p{L}\p{N}]{3}.*@)./u;
const threeInARow = /[\p{L}\p{N}]{3}/u;

/**
 * The LIKE patterns by which the trigram index finds candidates for a term, of its three longest words at most: every
 * match is a candidate. Empty where no word has three letters in a row, because the index knows nothing shorter.
 * Of an address only the part before the @ goes in, for half the people share the rest.
 */
export function indexPatterns({ words }: Term): string[] {
  return words
    .map((word) => beforeHost.exec(word)?.[1] ?? word)
    .filter((word) => threeInARow.test(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
