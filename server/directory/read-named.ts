import { sql } from 'kysely';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { namedOrganisations } from '../members/visible-users.ts';
import type { Filters } from './user-filter.ts';

/** Which roles are asked for: ids that exist, and whether people without any are too. Null: roles do not matter. */
export type RoleFilter = { ids: string[]; none: boolean } | null;

/** What the filters name, as far as it exists and the actor may know of it. Null: not asked for. */
export type Named = { role: RoleFilter; organisations: string[] | null; groups: string[] | null };

/** Reads roles by id or key, organisations and groups by id. Whatever is unknown finds nobody. */
export async function readNamed(
  db: Db,
  actor: Actor,
  { role, organisation, group }: Filters,
): Promise<Named> {
  if (!role && !organisation && !group) return { role: null, organisations: null, groups: null };
  const seen = namedOrganisations(actor);
  const { rows } = await sql<{ roles: string[]; organisations: string[]; groups: string[] }>`
    select
      array(select id::text from roles
        where key = any(${role ?? []}::text[]) or id::text = any(${role ?? []}::text[])) as roles,
      array(select id::text from organisations where id = any(${organisation ?? []}::uuid[])) as organisations,
      array(select id::text from groups where id = any(${group ?? []}::uuid[])) as groups`.execute(db);
  const { roles = [], organisations = [], groups = [] } = rows[0] ?? {};
  return {
    role: role ? { ids: roles, none: role.includes('none') } : null,
    organisations: organisation ? organisations.filter((id) => seen === null || seen.includes(id)) : null,
    groups: group ? groups : null,
  };
}
