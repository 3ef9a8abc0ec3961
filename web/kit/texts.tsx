import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { type Language, languages } from '../../contract/shapes.ts';
import { type TextKey, type TextValues, translate } from '../../contract/texts.ts';
import { readChoice, writeChoice } from './choices.ts';
import { loadTexts, waitForText } from './load-texts.ts';

/** Turns a key and its values into words. */
export type Texts = (key: TextKey, values?: TextValues) => string;

type Locale = {
  language: Language;
  timeZone: string;
  /** Changes the language of the page; remembered on this device. */
  setLanguage: (language: Language) => void;
  setTimeZone: (timeZone: string) => void;
};

const LocaleContext = createContext<Locale | null>(null);

/** Gives everything below it a language (remembered, else the browser's) and a time zone (the browser's). */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [language, changeLanguage] = useState<Language>(firstLanguage);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const setLanguage = useCallback((chosen: Language) => {
    // Calls read the language from here, also those that start before the next render.
    document.documentElement.lang = chosen;
    writeChoice('language', chosen);
    loadTexts(chosen).then(
      () => changeLanguage(chosen),
      // Offline: the page stays as it is, in the language that is here.
      () => undefined,
    );
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const locale = useMemo(
    () => ({ language, timeZone, setLanguage, setTimeZone }),
    [language, timeZone, setLanguage],
  );
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The language and time zone of the reader, and how to change them. */
export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error('useLocale needs a LocaleProvider above it');
  return locale;
}

/** `const t = useTexts()`, then `t('users.title')` or `t('users.found', { count })`. */
export function useTexts(): Texts {
  const { language } = useLocale();
  return useCallback(
    (key, values) => {
      waitForText(language, key);
      return translate(language, key, values);
    },
    [language],
  );
}

/** The language to begin with: chosen here before, else the first of the browser's that Muster speaks. */
export function firstLanguage(): Language {
  const wished = [readChoice('language') ?? '', ...navigator.languages];
  for (const tag of wished) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
