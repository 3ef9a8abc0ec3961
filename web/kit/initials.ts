/** The letters that stand for somebody: of the first name and of the last, without its infix. `Jan van den Berg` → JB. */
export function initialsOf({ name, firstName }: { name: string; firstName: string }): string {
  const last = name.slice(firstName.length).trim();
  const letter = /\p{Lu}/u.exec(last)?.[0] ?? firstLetter(last.split(' ').at(-1) ?? '');
  return firstLetter(firstName) + letter;
}

function firstLetter(text: string): string {
  return /[\p{L}\p{N}]/u.exec(text)?.[0].toLocaleUpperCase() ?? '';
}

/** A place on the circle of colours, the same each time for the same name. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 3600;
  return sum / 10;
}
