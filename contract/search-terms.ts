import { fold } from './fold.ts';

/** So many terms one search takes. */
export const maximumTerms = 500;

const separators = /[,;\t\r\n\v\f\u0085\u2028\u2029]+/u;

/**
 * Reads what was typed or pasted into the search box: terms between commas, semicolons, tabs and line breaks, each
 * once (ignoring case and accents). `dropped` counts the terms beyond the maximum, which are not searched for.
 */
export function parseTerms(text: string): { terms: string[]; dropped: number } {
  const found = new Map<string, string>();
  for (const part of text.split(separators)) {
    const key = fold(part);
    if (key !== '' && !found.has(key)) found.set(key, part.replace(/\s+/gu, ' ').trim());
  }
  const terms = [...found.values()];
  return { terms: terms.slice(0, maximumTerms), dropped: Math.max(0, terms.length - maximumTerms) };
}

/** The folded words of a term; somebody is found when each of them occurs in their search text. */
export function wordsOf(term: string): string[] {
  return fold(term)
    .split(' ')
    .filter((word) => word !== '');
}
