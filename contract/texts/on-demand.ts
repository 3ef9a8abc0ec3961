import type { Language } from '../shapes.ts';

/** The texts that are at hand: in a browser none, until `loadTexts` has fetched the reader's language. */
export const dictionaries: Partial<Record<Language, Record<string, string>>> = {};
