/** Letters that Unicode does not take apart into a base letter and marks. All of them lower case. */
const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ŀ: 'l',
  ŉ: 'n',
  ſ: 's',
  ς: 'σ',
};

const specialLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

// Only marks that go with any script: the vowel signs of Indian scripts and of Thai are letters to their readers.
const marks = /[\p{Mn}&&\p{Script=Inherited}]/gv;
const apostrophes = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\uff07]/gu;
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const invisible = /[\p{Cf}\p{Cc}\p{Cs}]/gu;
const whiteSpace = /[\s\u0085]+/gu;

/**
 * What text is compared by in searches, where case, accents and typographic variants do not count: `Müller` and
 * `MULLER` fold to `muller`. Used for the stored search text and for the terms alike. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return (
    text
      .replace(whiteSpace, ' ')
      .replace(invisible, '')
      .normalize('NFD')
      .replace(marks, '')
      // Upper case first: some letters meet only there (ſ and s, ﬁ and fi).
      .toUpperCase()
      .toLowerCase()
      .normalize('NFD')
      .replace(marks, '')
      .replace(apostrophes, "'")
      .replace(hyphens, '-')
      .replace(specialLetters, (letter) => letters[letter] ?? letter)
      .normalize('NFC')
      .replace(whiteSpace, ' ')
      .trim()
  );
}
