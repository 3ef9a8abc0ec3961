/** The parts of a person's name. The infix is the Dutch tussenvoegsel, as in `van den`. */
export type Name = { firstName: string; infix?: string | null; lastName: string };

/** As it is said and written: `Jan van den Berg`. */
export function displayName(name: Name): string {
  return joined([name.firstName, name.infix, name.lastName], ' ');
}

/** As it stands in lists that sort on the last name: `Berg, Jan van den`. */
export function listName(name: Name): string {
  return joined([name.lastName, joined([name.firstName, name.infix], ' ')], ', ');
}

/** The last name with its infix in front, as the fixed CSV export writes it: `van den Berg`. */
export function fullLastName(name: Pick<Name, 'infix' | 'lastName'>): string {
  return joined([name.infix, name.lastName], ' ');
}

function joined(parts: (string | null | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}

// Zero-width joiners stay: some scripts spell names with them.
const refused = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;
const whiteSpace = /[\s\u0085]+/gu;
const edges = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu;

/**
 * The text of a name or title as it is stored: NFC, white space trimmed and collapsed, without characters that
 * nobody sees and that can turn the reading direction of what follows (CVE-2021-42574).
 */
export function cleanName(text: string): string {
  return text
    .replace(whiteSpace, ' ')
    .replace(refused, '')
    .normalize('NFC')
    .replace(whiteSpace, ' ')
    .replace(edges, '');
}
