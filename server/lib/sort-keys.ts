import { fold } from '../../contract/fold.ts';
import { displayName, type Name } from '../../contract/names.ts';

// Below every character that a folded name can have, so that `Berg` comes before `Berg-Smit` and that before `Bergen`.
const between = '\t';

/**
 * Text whose plain binary order (collation C) is the order of Dutch lists: last name without infix, first name, infix;
 * accents, case and apostrophes do not count, and a hyphen counts as a space.
 */
export function sortKey(name: Name): string {
  return [name.lastName, name.firstName, name.infix ?? ''].map(sortable).join(between);
}

function sortable(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
    .replace(/[\s-]+/gu, ' ')
    .trim();
}

/** What of a user can be searched for. */
export type Searchable = Name & {
  email: string;
  username: string;
  personnelNumber?: string | null;
  userNumber: number | bigint | string;
};

/**
 * The text in which each word of a search term has to occur (`wordsOf`). Its parts stand on lines of their own, and no
 * word has a line break, so nothing is found across two parts.
 */
export function searchText(user: Searchable): string {
  const parts = [
    displayName(user),
    user.email,
    user.username,
    user.personnelNumber ?? '',
    String(user.userNumber),
  ];
  return parts
    .map(fold)
    .filter((part) => part !== '')
    .join('\n');
}
