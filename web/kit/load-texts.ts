import { dictionaries } from '#dictionaries';
import type { Language } from '../../contract/shapes.ts';

/** Fetches the texts of a language, unless they are here already: the other language is not worth its bytes. */
export async function loadTexts(language: Language): Promise<void> {
  dictionaries[language] ??=
    language === 'nl'
      ? (await import('../../contract/texts/dutch.ts')).dutch
      : (await import('../../contract/texts/english.ts')).english;
}
