import type { ImportField } from '../../contract/import-fields.ts';
import type { ImportMode, ImportOutcome } from '../../contract/imports.ts';
import { displayName } from '../../contract/names.ts';
import type { Permission } from '../../contract/permissions.ts';
import { type Actor, holds, organisationsWhere } from '../act/actor.ts';
import type { Change } from '../audit/record-deeds.ts';
import { findHeld } from '../held-fields/held-fields.ts';
import { assertMayGive } from '../members/gate.ts';
import { isOpenToAll } from '../members/touch.ts';
import { nameOf } from '../users/name-of.ts';
import { comparePerson, kindsOf, nameOfRole, namesOf } from './compare-person.ts';
import type { KnownPerson } from './find-people.sql.ts';
import { planPeriod } from './plan-period.ts';
import { type Mapping, type Wish, withoutFields } from './read-row.ts';
import type { Plan, PlannedDeed, Problem } from './stored-import.ts';
import { touchesOf } from './touches-of.ts';

export type Planning = {
  actor: Actor;
  mapping: Mapping;
  mode: ImportMode;
  today: string;
  /** Who has a right that the actor lacks. */
  above: ReadonlySet<string>;
};

export type Planned = { outcome: ImportOutcome; userId: string | null; plan: Plan };

/** Decides what becomes of a row: `person` is whom it is about, where somebody is. */
export function planRow(wish: Wish, person: KnownPerson | undefined, planning: Planning): Planned {
  const planned = person ? planKnown(wish, person, planning) : planNew(wish, planning);
  if (planned.plan.problems.length === 0) return planned;
  const { deed: _, ...plan } = planned.plan;
  return { ...planned, outcome: 'refused', plan: { ...plan, changes: [], notes: [] } };
}

function problemAt(mapping: Mapping, field: ImportField | null, code: string, value = ''): Problem {
  return { field, column: mapping.find((one) => one.field === field)?.column ?? null, value, code };
}

function lacks({ actor }: Planning, permission: Permission): boolean {
  return !actor.permissions.has(permission) && organisationsWhere(actor, permission).length === 0;
}

function planNew(wish: Wish, planning: Planning): Planned {
  const { mapping } = planning;
  const problems = [...wish.problems];
  for (const field of ['firstName', 'lastName', 'email'] as const) {
    const reported = problems.some((problem) => problem.field === field);
    if (!wish.fields[field] && !reported) problems.push(problemAt(mapping, field, 'required'));
  }
  if (lacks(planning, 'users.create')) problems.push(problemAt(mapping, null, 'may-not-create'));
  problems.push(...rolesBeyond(wish, planning));
  const { organisation } = wish;
  if (organisation && !holds(planning.actor, 'users.create', organisation.id)) {
    problems.push({
      ...problemAt(mapping, 'organisation', 'unknown-organisation', organisation.name),
      values: { name: organisation.name },
    });
  }
  const startsOn = wish.startsOn ?? firstDay(wish, planning.today);
  const deed: PlannedDeed = {
    fields: wish.fields as PlannedDeed['fields'],
    startsOn,
    ...(wish.leavesOn ? { leavesOn: wish.leavesOn } : {}),
    ...(wish.roles ? { roles: wish.roles.map(({ id }) => id) } : {}),
    ...(wish.groups.length > 0 ? { groups: wish.groups } : {}),
    ...(organisation ? { organisation: organisation.id } : {}),
  };
  const left = wish.leavesOn && wish.leavesOn < planning.today;
  const notes = left ? [...wish.notes, { code: 'new-but-left' }] : wish.notes;
  const mails = { welcome: left ? 0 : 1, other: 0 };
  const plan = { name: nameIn(wish), changes: changesOfNew(wish, startsOn), problems, notes, deed, mails };
  return { outcome: 'create', userId: null, plan };
}

/** Today, unless somebody has left before. */
function firstDay({ leavesOn }: Wish, today: string): string {
  return leavesOn && leavesOn < today ? leavesOn : today;
}

function nameIn({ fields }: Wish): string {
  const { firstName, infix, lastName } = fields;
  return displayName({ firstName: firstName ?? '', infix: infix ?? null, lastName: lastName ?? '' });
}

function changesOfNew(wish: Wish, startsOn: string): Change[] {
  const given = Object.entries(wish.fields).filter(([, value]) => value !== null);
  return [
    ...given.map(([field, to]) => ({ field, from: null, to })),
    { field: 'startsOn', from: null, to: startsOn },
    ...(wish.leavesOn ? [{ field: 'leavesOn', from: null, to: wish.leavesOn }] : []),
    ...(wish.roles?.length ? [{ field: 'roles', from: null, to: wish.roles.map(nameOfRole) }] : []),
    ...kindsOf(wish.groupKinds).map(({ field, kind }) => ({
      field,
      from: null,
      to: namesOf(wish.groups, kind),
    })),
    ...(wish.organisation ? [{ field: 'organisation', from: null, to: wish.organisation.name }] : []),
  ];
}

/** Roles with a right that the actor lacks: the same rule that the acts hold to. */
function rolesBeyond({ roles = [] }: Wish, { actor, mapping }: Planning): Problem[] {
  if (roles.length === 0) return [];
  if (!actor.permissions.has('users.roles')) return [problemAt(mapping, 'roles', 'may-not-give-roles')];
  return roles
    .filter((role) => !mayGive(actor, [role]))
    .map((role) => problemAt(mapping, 'roles', 'role-above-you', nameOfRole(role)));
}

function mayGive(actor: Actor, roles: Parameters<typeof assertMayGive>[1]): boolean {
  try {
    assertMayGive(actor, roles);
    return true;
  } catch {
    return false;
  }
}

function planKnown(given: Wish, person: KnownPerson, planning: Planning): Planned {
  const name = nameOf(person);
  const own = person.files.find(({ id }) => id === planning.actor.personnelFile);
  if (planning.mode === 'add' || own?.linked === false) {
    const notes = [{ code: planning.mode === 'add' ? 'left-alone' : 'unlinked' }];
    return { outcome: 'unchanged', userId: person.id, plan: { name, changes: [], problems: [], notes } };
  }
  const wish = own ? withoutFields(given, own.released) : given;
  const knowsLeaveDates = planning.mapping.some(({ field }) => field === 'leavesOn');
  const period = planPeriod(person.memberships, wish, knowsLeaveDates, planning.today);
  const { changes, deed } = comparePerson(wish, person, period);
  const written = new Set(changes.map(({ field }) => field));
  // A cell that says what is there already does no harm, whatever it looks like.
  const problems = wish.problems.filter(
    ({ code, field }) => code !== 'formula' || field === null || written.has(field),
  );
  problems.push(...mayNot(changes, deed, person, planning), ...rolesBeyondKnown(wish, person, planning));
  const outcome = period.reactivateFrom ? 'reactivate' : changes.length > 0 ? 'change' : 'unchanged';
  const notes = [...(written.has('email') ? wish.notes : []), ...period.notes];
  const mails = { welcome: 0, other: written.has('email') ? mailsOfNewAddress(person) : 0 };
  const plan = { name, changes, problems, notes, deed, mails, version: person.version };
  return { outcome, userId: person.id, plan };
}

/** A new address is told at the old one and confirmed at the new one; an open invitation goes out again. */
function mailsOfNewAddress(person: KnownPerson): number {
  if (person.activated_at !== null) return 2;
  return person.hasInvitation ? 1 : 0;
}

function namesOfFields(changes: Change[]): string[] {
  return changes.map(({ field }) => field);
}

function rolesBeyondKnown(wish: Wish, person: KnownPerson, planning: Planning): Problem[] {
  const added = wish.roles?.filter(({ id }) => !person.roles.some((role) => role.id === id));
  return rolesBeyond({ ...wish, roles: added ?? [] }, planning);
}

/** What the actor may not do to this person, by the rules that the acts hold to. */
function mayNot(changes: Change[], deed: PlannedDeed, person: KnownPerson, planning: Planning): Problem[] {
  if (changes.length === 0) return [];
  const { actor, mapping, above } = planning;
  const about = { id: person.id, name: nameOf(person) };
  if (above.has(person.id) && !touchesOf(deed).every((touch) => isOpenToAll(touch, person))) {
    return [{ ...problemAt(mapping, null, 'above-you'), about }];
  }
  const held = findHeld(person.files, namesOfFields(changes), actor.personnelFile ?? null);
  if (held.length > 0) {
    return held.map(({ field, file }) => ({
      ...problemAt(mapping, field, 'personnel-files.held'),
      values: { file },
    }));
  }
  const needed: Permission[] = [];
  if (Object.keys(deed.fields).length > 0) needed.push('users.change');
  if (deed.startsOn || deed.leavesOn !== undefined || deed.reactivateFrom) needed.push('users.deactivate');
  const problems = needed
    .filter((permission) => lacks(planning, permission))
    .map((permission) =>
      problemAt(mapping, null, permission === 'users.change' ? 'may-not-change' : 'may-not-end'),
    );
  if (deed.organisation && !holds(actor, 'members.manage', deed.organisation)) {
    problems.push(problemAt(mapping, 'organisation', 'may-not-add-members'));
  }
  return problems;
}
