import { type RawBuilder, sql } from 'kysely';
import { displayName } from '../../contract/names.ts';
import type { Language } from '../../contract/shapes.ts';
import { twoFactorState, type UserListed } from '../../contract/user-shapes.ts';
import { type Actor, seenOrganisations } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { roleName } from '../roles/role-name.ts';
import { mustHaveTwoFactor, readTwoFactorDemands } from './two-factor-filter.ts';

type Row = Omit<UserListed, 'name' | 'twoFactor' | 'roles' | 'organisations'> & {
  roles: { id: string; endsOn: string | null }[] | null;
  organisations: { id: string; role: string }[] | null;
  twoFactorOn: boolean;
  twoFactorRequired: boolean;
};

type Names<Name> = Map<string, Name>;
type RoleNames = Names<{ key: string | null; name: string | null; rank: number }>;
type OrganisationNames = Names<{ name: string; rank: number }>;

/**
 * The people with these ids as lists show them, in the same order; who is gone meanwhile is left out. Rows come as
 * one JSON value and with ids instead of names, which took two thirds of the time of the embedded database.
 */
export async function describePeople(db: Db, ids: string[], actor: Actor): Promise<UserListed[]> {
  if (ids.length === 0) return [];
  const demands = await readTwoFactorDemands(db);
  const { rows } = await sql<{ people: Row[] | null }>`
    select json_agg(p) as people from (
      select u.id, u.number, u.username, u.salutation, u.first_name as "firstName", u.infix, u.last_name as "lastName",
        u.email, u.phone, u.mobile, u.job_title as "jobTitle", u.personnel_number as "personnelNumber", u.language,
        u.time_zone as "timeZone", u.is_admin as admin, u.state, u.billed, u.locked_at is not null as locked,
        nullif(u.last_sign_in_at, '-infinity') as "lastSignInAt", u.created_at as "createdAt", u.starts_on as "startsOn",
        u.leaves_on as "leavesOn", u.two_factor_on as "twoFactorOn",
        ${mustHaveTwoFactor('u', demands)} as "twoFactorRequired", ${roles} as roles, ${organisationsOf(actor)} as organisations
      from users u where u.id = any(${ids}::uuid[])
    ) p`.execute(db);
  const people = new Map((rows[0]?.people ?? []).map((row) => [row.id, row]));
  const names = { roles: await nameRoles(db), organisations: await nameOrganisations(db, people.values()) };
  return ids.flatMap((id) => {
    const row = people.get(id);
    return row ? [describe(row, names, actor.language)] : [];
  });
}

const roles = sql`(
  select json_agg(json_build_object('id', a.role_id, 'endsOn', a.ends_on)) from role_assignments a
  where a.user_id = u.id)`;

/** Of somebody's organisations, those that the reader may know of. */
function organisationsOf(actor: Actor): RawBuilder<unknown> {
  const seen = seenOrganisations(actor);
  return sql`(
    select json_agg(json_build_object('id', m.organisation_id, 'role', m.role_id)) from members m
    where m.user_id = u.id and ${seen === null ? sql`true` : sql`m.organisation_id = any(${seen}::uuid[])`})`;
}

async function nameRoles(db: Db): Promise<RoleNames> {
  const rows = await db
    .selectFrom('roles')
    .select(['id', 'key', 'name'])
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, key, name }, rank) => [id, { key, name, rank }]));
}

async function nameOrganisations(db: Db, people: Iterable<Row>): Promise<OrganisationNames> {
  const ids = new Set([...people].flatMap((row) => (row.organisations ?? []).map(({ id }) => id)));
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name_key')
    .execute();
  return new Map(rows.map(({ id, name }, rank) => [id, { name, rank }]));
}

function describe(
  { twoFactorOn, twoFactorRequired, ...row }: Row,
  names: { roles: RoleNames; organisations: OrganisationNames },
  language: Language,
): UserListed {
  return {
    ...row,
    name: displayName(row),
    twoFactor: twoFactorState(twoFactorOn, twoFactorRequired),
    lastSignInAt: row.lastSignInAt === null ? null : asInstant(row.lastSignInAt),
    createdAt: asInstant(row.createdAt),
    roles: inOrder(row.roles, names.roles).map(([{ id, endsOn }, { key, name }]) => ({
      id,
      key,
      name: roleName({ key, name }, language),
      endsOn,
    })),
    organisations: inOrder(row.organisations, names.organisations).flatMap(([{ id, role }, { name }]) => {
      const held = names.roles.get(role);
      return held ? [{ id, name, role: roleName(held, language) }] : [];
    }),
  };
}

/** Each with what it is called, in the order of the names; one that is gone meanwhile is left out. */
function inOrder<Item extends { id: string }, Name extends { rank: number }>(
  items: Item[] | null,
  names: Names<Name>,
): [Item, Name][] {
  return (items ?? [])
    .flatMap((item): [Item, Name][] => {
      const name = names.get(item.id);
      return name ? [[item, name]] : [];
    })
    .sort(([, a], [, b]) => a.rank - b.rank);
}

/** PostgreSQL writes moments into JSON with the offset of its session. */
function asInstant(text: string): string {
  return Temporal.Instant.from(text).toString();
}
