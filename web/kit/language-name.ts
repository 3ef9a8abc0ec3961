import type { Language } from '../../contract/shapes.ts';

/** A language in its own words, whichever texts are loaded: `Nederlands`, `English`. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
