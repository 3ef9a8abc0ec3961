import { sql } from 'kysely';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';

type Groups = NonNullable<UserListed['groups']>;

/** The same people with the groups, teams, mailboxes and administrations that they are linked to on this day. */
export async function addGroups(db: Db, people: UserListed[], day: string): Promise<UserListed[]> {
  const { rows } = await sql<{ id: string; groups: Groups }>`
    select m.user_id as id,
      json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name) order by g.name_key) as groups
    from group_members m join groups g on g.id = m.group_id
    where m.user_id = any(${people.map(({ id }) => id)}::uuid[]) and (m.until is null or m.until >= ${day}::date)
    group by m.user_id`.execute(db);
  const known = new Map(rows.map(({ id, groups }) => [id, groups]));
  return people.map((person) => ({ ...person, groups: known.get(person.id) ?? [] }));
}
