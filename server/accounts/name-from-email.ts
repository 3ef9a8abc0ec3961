import type { Name } from '../../contract/names.ts';

const infixes = new Set([
  'van',
  'de',
  'den',
  'der',
  'het',
  'ter',
  'ten',
  'te',
  'op',
  'in',
  'von',
  'del',
  'la',
  'el',
]);

/**
 * A name for somebody of whom only the address is known: `jan.van.den.berg@…` → Jan van den Berg. A guess, which the
 * person corrects when they activate the account.
 */
export function nameFromEmail(email: string): Required<Name> {
  const [local = '', domain = ''] = email.split('@');
  const words = local
    .replace(/\+.*$/, '')
    .split(/[._-]+|(?<=\p{L})\d+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  const [first = local, ...rest] = words;
  let start = 0;
  while (start < rest.length - 1 && infixes.has((rest[start] ?? '').toLowerCase())) start += 1;
  const infix = rest.slice(0, start).join(' ').toLowerCase();
  const last = rest.slice(start).map(capital).join(' ');
  return {
    firstName: capital(first).slice(0, 100),
    infix: infix || null,
    lastName: (last || domain).slice(0, 100),
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
