/**
 * Three letters that stand together, as one of 8192 numbers; null with a digit or line break among them, because
 * numbers are so varied that they would fill every set. The same for ever: the numbers are stored.
 */
function numberOf(text: string, at: number): number | null {
  let mixed = 0;
  for (let place = at; place < at + 3; place += 1) {
    const code = text.charCodeAt(place);
    if ((code >= 48 && code <= 57) || code === 10) return null;
    mixed = (Math.imul(mixed, 65599) + code) | 0;
  }
  return Math.imul(mixed ^ (mixed >>> 15), 0x9e3779b1) >>> 19;
}

const bytes = 1024;

/** Adds the letter groups of a search text to a set of bits; true when it had not all of them. */
export function addGroups(groups: Uint8Array, searchText: string): boolean {
  let added = false;
  for (let at = 0; at + 2 < searchText.length; at += 1) {
    const number = numberOf(searchText, at);
    if (number === null) continue;
    const bit = 1 << (number & 7);
    if ((groups[number >> 3] as number) & bit) continue;
    groups[number >> 3] = (groups[number >> 3] as number) | bit;
    added = true;
  }
  return added;
}

/** An empty set of letter groups, as stored. */
export function noGroups(): Uint8Array {
  return new Uint8Array(bytes);
}

/** The groups that a text must have in which all these words occur. Short words and numbers demand none. */
export function groupsOf(words: string[]): number[] {
  const numbers = words.flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => numberOf(word, at)),
  );
  return [...new Set(numbers.filter((number) => number !== null))];
}
