import { IntlMessageFormat } from 'intl-messageformat';
import { dictionaries } from '#dictionaries';
import type { Language } from './shapes.ts';
import type { english } from './texts/english.ts';

/**
 * Every text of Muster, by key, as ICU messages. A feature's words stand in `texts/<feature>.ts`, English and
 * Dutch side by side; Dutch `satisfies` the English keys, so a missing text does not compile.
 */
export type TextKey = keyof typeof english;
export type TextValues = Record<string, string | number | Date | boolean | null>;

/** British and Dutch habits for dates and numbers. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

const compiled: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), nl: new Map() };

/** The text in this language, with its values filled in. Values are plain text: the caller escapes for HTML. */
export function translate(language: Language, key: TextKey, values?: TextValues): string {
  let message = compiled[language].get(key);
  if (!message) {
    const text = dictionaries[language]?.[key];
    // In a browser it may still come.
    if (text === undefined) return key;
    message = new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true });
    compiled[language].set(key, message);
  }
  return message.format(values) as string;
}

/** True where a text exists under this key: for keys that are put together, such as `actions.${action}`. */
export function isTextKey(key: string): key is TextKey {
  return Object.values(dictionaries).some((texts) => Object.hasOwn(texts, key));
}

/** Every key that begins so: for choices among names that are put together, such as all `actions.`. */
export function listTextKeys(beginning: string): TextKey[] {
  return (Object.keys(Object.values(dictionaries)[0] ?? {}) as TextKey[]).filter((key) =>
    key.startsWith(beginning),
  );
}
