import { dictionaries } from '#dictionaries';
import type { Language } from '../../contract/shapes.ts';

const files = {
  en: {
    first: async () => (await import('../../contract/texts/first-english.ts')).english,
    rest: async () => (await import('../../contract/texts/english.ts')).english,
  },
  nl: {
    first: async () => (await import('../../contract/texts/first-dutch.ts')).dutch,
    rest: async () => (await import('../../contract/texts/dutch.ts')).dutch,
  },
};

const whole = new Map<Language, Promise<void>>();
const here = new Set<Language>();
const failed = new Map<Language, unknown>();

/**
 * Fetches the texts of a language, unless they are here already: the other language is not worth its bytes. On a first
 * visit to the list of users only what that says; all of them as soon as a language was asked for whole.
 */
export async function loadTexts(language: Language): Promise<void> {
  if (whole.size > 0) return loadAllTexts(language);
  if (!dictionaries[language]) add(language, await files[language].first());
}

/** Fetches all texts of a language, unless they are here; tries again what failed before. */
export function loadAllTexts(language: Language): Promise<void> {
  if (failed.delete(language)) whole.delete(language);
  return readOnce(language);
}

/**
 * Lets a part of the page that is being drawn wait for a text that is not here yet, because it was opened before all
 * texts had come: what React draws may throw a promise, and is drawn again when that is kept.
 */
export function waitForText(language: Language, key: string): void {
  if (here.has(language) || Object.hasOwn(dictionaries[language] ?? {}, key)) return;
  if (failed.has(language)) throw failed.get(language);
  throw readOnce(language);
}

function readOnce(language: Language): Promise<void> {
  const reading = whole.get(language) ?? readAll(language);
  whole.set(language, reading);
  return reading;
}

async function readAll(language: Language): Promise<void> {
  try {
    const [first, rest] = await Promise.all([files[language].first(), files[language].rest()]);
    add(language, { ...first, ...rest });
    here.add(language);
  } catch (problem) {
    failed.set(language, problem);
    throw problem;
  }
}

function add(language: Language, texts: Record<string, string>): void {
  dictionaries[language] = { ...dictionaries[language], ...texts };
}
