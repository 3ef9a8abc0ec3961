import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { displayName } from '../../contract/names.ts';
import type { Colleague } from '../../contract/people.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { namedOrganisations, visibleUsers } from '../members/visible-users.ts';
import { photoTag } from '../photos/photos.sql.ts';

/**
 * The people with these ids as the directory shows them, in the same order; who is gone meanwhile is left out. Rows come
 * as one JSON value, which the embedded database hands over quicker.
 */
export async function describeColleagues(
  db: Db,
  actor: Actor,
  ids: string[],
  today: string,
): Promise<Colleague[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ people: Omit<Colleague, 'name'>[] | null }>`
    select json_agg(p) as people from (
    select u.id, u.first_name as "firstName", u.infix, u.last_name as "lastName", u.job_title as "jobTitle",
      u.email, u.phone, u.mobile, ${photoTag('u')} as photo, ${manageable(actor)} as manageable,
      coalesce((
        select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name_key)
        from members m join organisations o on o.id = m.organisation_id
        where m.user_id = u.id and ${named(actor)}
      ), '[]') as organisations,
      coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name_key)
        from group_members m join groups g on g.id = m.group_id
        where m.user_id = u.id and g.kind = 'team' and (m.until is null or m.until >= ${today}::date)
      ), '[]') as teams
    from users u where u.id = any(${ids}::uuid[])
    ) p`.execute(db);
  const byId = new Map((rows[0]?.people ?? []).map((row) => [row.id, { ...row, name: displayName(row) }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether the reader may open the page of this person as a user. */
function manageable(actor: Actor): RawBuilder<SqlBool> {
  if (!holdsSomewhere(actor, 'users.view')) return sql`false`;
  return visibleUsers(actor, 'users.view') ?? sql`true`;
}

function named(actor: Actor): RawBuilder<SqlBool> {
  const organisations = namedOrganisations(actor);
  return organisations === null ? sql`true` : sql`o.id = any(${organisations}::uuid[])`;
}
