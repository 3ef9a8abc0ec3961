import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './shapes.ts';
import { actionsEn, actionsNl } from './texts/actions.ts';
import { auditEn, auditNl } from './texts/audit.ts';
import { mailPageEn, mailPageNl } from './texts/mail-page.ts';
import { mailsEn, mailsNl } from './texts/mails.ts';
import { namesOfThingsEn, namesOfThingsNl } from './texts/names-of-things.ts';
import { overviewEn, overviewNl } from './texts/overview.ts';
import { profileEn, profileNl } from './texts/profile.ts';
import { refusalsEn, refusalsNl } from './texts/refusals.ts';
import { settingsEn, settingsNl } from './texts/settings.ts';
import { setupEn, setupNl } from './texts/setup.ts';
import { signInEn, signInNl } from './texts/sign-in.ts';
import { usersEn, usersNl } from './texts/users.ts';
import { webEn, webNl } from './texts/web.ts';

/**
 * Every text of Muster, by key, as ICU messages. A feature's words stand in `texts/<feature>.ts`, English and
 * Dutch side by side; Dutch `satisfies` the English keys, so a missing text does not compile.
 */
const english = {
  ...actionsEn,
  ...auditEn,
  ...mailPageEn,
  ...mailsEn,
  ...namesOfThingsEn,
  ...refusalsEn,
  ...overviewEn,
  ...profileEn,
  ...settingsEn,
  ...setupEn,
  ...signInEn,
  ...usersEn,
  ...webEn,
};
const dutch = {
  ...actionsNl,
  ...auditNl,
  ...mailPageNl,
  ...mailsNl,
  ...namesOfThingsNl,
  ...refusalsNl,
  ...overviewNl,
  ...profileNl,
  ...settingsNl,
  ...setupNl,
  ...signInNl,
  ...usersNl,
  ...webNl,
} satisfies Record<keyof typeof english, string>;

export type TextKey = keyof typeof english;
export type TextValues = Record<string, string | number | Date | boolean | null>;

const messages: Record<Language, Record<string, string>> = { en: english, nl: dutch };
/** British and Dutch habits for dates and numbers. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

const compiled: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), nl: new Map() };

/** The text in this language, with its values filled in. Values are plain text: the caller escapes for HTML. */
export function translate(language: Language, key: TextKey, values?: TextValues): string {
  let message = compiled[language].get(key);
  if (!message) {
    message = new IntlMessageFormat(messages[language][key] as string, locales[language], undefined, {
      ignoreTag: true,
    });
    compiled[language].set(key, message);
  }
  return message.format(values) as string;
}

/** True where a text exists under this key: for keys that are put together, such as `actions.${action}`. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(english, key);
}

/** Every key that begins so: for choices among names that are put together, such as all `actions.`. */
export function listTextKeys(beginning: string): TextKey[] {
  return (Object.keys(english) as TextKey[]).filter((key) => key.startsWith(beginning));
}
