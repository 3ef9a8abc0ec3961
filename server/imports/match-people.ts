import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import type { ImportField } from '../../contract/import-fields.ts';
import { nameOf } from '../users/name-of.ts';
import type { Keys, KnownPerson } from './find-people.sql.ts';
import type { Mapping, Wish } from './read-row.ts';
import type { Doubles, Problem } from './stored-import.ts';

export type KeyField = 'personnelNumber' | 'email';

/** What people are recognised by: the personnel number if the file has it, else the address. */
export function keyOf(fields: readonly (ImportField | null)[]): KeyField | null {
  if (fields.includes('personnelNumber')) return 'personnelNumber';
  return fields.includes('email') ? 'email' : null;
}

/** The keys of a row, as they are compared. */
export function keysOf({ fields }: Wish): { personnelNumber: string | null; email: string | null } {
  return {
    personnelNumber: fields.personnelNumber ? fold(fields.personnelNumber) : null,
    email: fields.email ? emailKey(fields.email) : null,
  };
}

export type Crowd = { byNumber: Map<string, KnownPerson>; byEmail: Map<string, KnownPerson> };

export function crowdOf(people: KnownPerson[]): Crowd {
  return {
    byNumber: new Map(
      people.flatMap((one) => (one.personnel_number_key ? [[one.personnel_number_key, one]] : [])),
    ),
    byEmail: new Map(people.map((one) => [one.email_key, one])),
  };
}

export type RowKeys = ReturnType<typeof keysOf>;

export function allKeys(keys: RowKeys[]): Keys {
  return {
    personnelNumbers: keys.flatMap(({ personnelNumber }) => personnelNumber ?? []),
    emails: keys.flatMap(({ email }) => email ?? []),
  };
}

/**
 * Whom a row is about. By number where it has one; by address otherwise, and for somebody who has no number yet. A
 * number or address that belongs to somebody else is a problem of the row.
 */
export function matchPerson(
  wish: Wish,
  { personnelNumber, email }: RowKeys,
  { byNumber, byEmail }: Crowd,
  mapping: Mapping,
): { person: KnownPerson | undefined; problems: Problem[] } {
  const numbered = personnelNumber === null ? undefined : byNumber.get(personnelNumber);
  const addressed = email === null ? undefined : byEmail.get(email);
  const taken = (field: KeyField, owner: KnownPerson): Problem => ({
    field,
    column: mapping.find((one) => one.field === field)?.column ?? null,
    value: wish.fields[field] ?? '',
    code: field === 'email' ? 'email-taken' : 'number-taken',
    ...(owner.visible ? { about: { id: owner.id, name: nameOf(owner) } } : {}),
  });
  if (numbered && !numbered.visible) {
    return { person: undefined, problems: [taken('personnelNumber', numbered)] };
  }
  if (numbered) {
    const other = addressed && addressed.id !== numbered.id ? addressed : undefined;
    return { person: numbered, problems: other ? [taken('email', other)] : [] };
  }
  if (!addressed) return { person: undefined, problems: [] };
  const isSomebodyElse = personnelNumber !== null && addressed.personnel_number_key !== null;
  if (isSomebodyElse || !addressed.visible)
    return { person: undefined, problems: [taken('email', addressed)] };
  return { person: addressed, problems: [] };
}

const mostLines = 20;

/** Keys that stand on several rows, each with its lines. */
export function collectDoubles() {
  const firsts = new Map<string, number>();
  const doubles: Doubles = Object.create(null);
  return {
    add: (key: string, line: number) => {
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, line);
        return;
      }
      doubles[key] ??= [first];
      const lines = doubles[key];
      if (lines.length < mostLines) lines.push(line);
    },
    doubles,
  };
}

/** The problems of a row whose number or address stands on other rows as well. */
export function problemsOfDoubles(
  wish: Wish,
  keys: RowKeys,
  line: number,
  doubles: Record<KeyField, Doubles>,
  mapping: Mapping,
): Problem[] {
  return (['personnelNumber', 'email'] as const).flatMap((field) => {
    const key = keys[field];
    const lines = key === null ? undefined : doubles[field][key];
    if (!lines) return [];
    const others = lines.filter((other) => other !== line).join(', ');
    const column = mapping.find((one) => one.field === field)?.column ?? null;
    return [{ field, column, value: wish.fields[field] ?? '', code: 'double', values: { lines: others } }];
  });
}
