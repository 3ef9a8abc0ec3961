import type { Language } from '../shapes.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';

/** The texts that are at hand: on the server both languages (package.json, `imports`). */
export const dictionaries: Partial<Record<Language, Record<string, string>>> = { en: english, nl: dutch };
