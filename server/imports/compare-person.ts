import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import { groupFields } from '../../contract/import-fields.ts';
import { fullLastName } from '../../contract/names.ts';
import { type Change, changesBetween } from '../audit/record-deeds.ts';
import { fieldsOf } from '../users/users.sql.ts';
import type { KnownPerson } from './find-people.sql.ts';
import type { PeriodPlan } from './plan-period.ts';
import type { Wish } from './read-row.ts';
import type { PlannedDeed, WantedGroup } from './stored-import.ts';

/** What a row changes about somebody, field by field; and the same as what the acts are to do. */
export function comparePerson(
  wish: Wish,
  person: KnownPerson,
  period: PeriodPlan,
): { changes: Change[]; deed: PlannedDeed } {
  const fields = changedFields(wish, person);
  const changes: Change[] = changesBetween<Record<string, unknown>>(fieldsOf(person), fields);
  const deed: PlannedDeed = { fields };
  const { notes: _, ...days } = period;
  Object.assign(deed, days);
  const current = person.memberships.find(({ leavesOn }) => leavesOn === person.leaves_on);
  if (days.reactivateFrom) changes.push({ field: 'startsOn', from: null, to: days.reactivateFrom });
  if (days.startsOn) changes.push({ field: 'startsOn', from: person.starts_on, to: days.startsOn });
  if (days.leavesOn !== undefined) {
    const from = days.reactivateFrom ? null : (current?.leavesOn ?? null);
    changes.push({ field: 'leavesOn', from, to: days.leavesOn });
  }
  if (wish.roles && !sameIds(wish.roles, person.roles)) {
    deed.roles = wish.roles.map(({ id }) => id);
    changes.push({ field: 'roles', from: person.roles.map(nameOfRole), to: wish.roles.map(nameOfRole) });
  }
  addGroups(wish, person, deed, changes);
  const { organisation } = wish;
  if (organisation && !person.organisations.some(({ id }) => id === organisation.id)) {
    deed.organisation = organisation.id;
    changes.push({ field: 'organisation', from: null, to: organisation.name });
  }
  return { changes, deed };
}

/** An address that waits for its owner to confirm it is no new wish; nor is another way of writing the name. */
function changedFields({ fields, isJoined }: Wish, person: KnownPerson): Record<string, string | null> {
  const given = { ...fields } as Record<string, string | null>;
  if (isJoined) keepJoinedName(given, person);
  const { email } = fields;
  const waits = email && person.pending_email && emailKey(person.pending_email) === emailKey(email);
  if (email && (waits || emailKey(email) === emailKey(person.email))) delete given.email;
  const sameNumber = given.personnelNumber && fold(given.personnelNumber) === person.personnel_number_key;
  if (sameNumber) delete given.personnelNumber;
  const stored: Record<string, unknown> = fieldsOf(person);
  return Object.fromEntries(Object.entries(given).filter(([field, value]) => stored[field] !== value));
}

/** In a file without a column for the infix `van Dijk` and `Dijk` both name somebody called van Dijk. */
function keepJoinedName(given: Record<string, string | null>, person: KnownPerson): void {
  const { lastName, infix = null } = given;
  if (!lastName) return;
  const stored = { infix: person.infix, lastName: person.last_name };
  const same = fullLastName({ infix, lastName }) === fullLastName(stored);
  if (same || (infix === null && lastName === stored.lastName)) {
    delete given.lastName;
    delete given.infix;
  } else given.infix = infix;
}

function sameIds(one: readonly { id: string | null }[], other: readonly { id: string | null }[]): boolean {
  return one.length === other.length && one.every(({ id }) => other.some((item) => item.id === id));
}

function addGroups(wish: Wish, person: KnownPerson, deed: PlannedDeed, changes: Change[]): void {
  const kept: WantedGroup[] = person.groups.filter(({ kind }) => !wish.groupKinds.includes(kind));
  let changed = false;
  for (const { field, kind } of kindsOf(wish.groupKinds)) {
    const after = wish.groups.filter((group) => group.kind === kind);
    const linked = person.groups.filter((group) => group.kind === kind);
    // A link that is over is history: a file that does not name it any more does not take it away.
    const past = linked.filter(({ id, isOver }) => isOver && !after.some((group) => group.id === id));
    kept.push(...past);
    const before = linked.filter((group) => !past.includes(group));
    if (sameIds(after, before)) {
      kept.push(...before);
      continue;
    }
    changed = true;
    kept.push(...after);
    changes.push({ field, from: namesOf(before, kind), to: namesOf(after, kind) });
  }
  if (changed) deed.groups = kept;
}

/** As the audit names it. */
export function nameOfRole({ key, name }: { key: string | null; name: string | null }): string {
  return key ?? name ?? '';
}

/** The fields of these kinds of groups. */
export function kindsOf(kinds: readonly string[]) {
  return Object.entries(groupFields)
    .filter(([, kind]) => kinds.includes(kind))
    .map(([field, kind]) => ({ field, kind }));
}

export function namesOf(groups: readonly { kind: string; name: string }[], kind: string): string[] {
  return groups.filter((group) => group.kind === kind).map(({ name }) => name);
}
