import { sql } from 'kysely';
import { eraseParts } from '../audit/audit.sql.ts';
import type { Db } from '../db/transact.ts';
import { deleteDemoGroups } from '../groups/groups.sql.ts';
import { deleteDemoOrganisations } from '../organisations/organisations.sql.ts';
import { lockAdministrators } from '../users/last-administrator.ts';
import { deleteDemoUsers } from '../users/users.sql.ts';
import { deleteDemoWork } from '../work/shifts.sql.ts';

/**
 * Deletes the demo organisations, groups and made-up people; returns how many people went, and who
 * became a member elsewhere; null when there is no demo.
 * An administrator always stays, because people of the demo never count as one who could (last-administrator.ts).
 */
export async function deleteDemo(transaction: Db): Promise<{ removed: number; housed: Housed[] } | null> {
  await lockAdministrators(transaction);
  const housed = await housePeople(transaction);
  if ((await deleteDemoOrganisations(transaction)) === 0) return null;
  await deleteDemoWork(transaction);
  await deleteDemoGroups(transaction);
  await eraseParts(transaction, await listDemoPeopleInAudit(transaction));
  return { removed: await deleteDemoUsers(transaction), housed };
}

/** Somebody who became a member of an organisation that stays. */
export type Housed = { userId: string; organisationId: string; organisationName: string };

/** Whoever was added by hand and belongs to the demo only goes to the first organisation that stays. */
async function housePeople(transaction: Db): Promise<Housed[]> {
  const { rows } = await sql<Housed>`
    insert into members (organisation_id, user_id, role_id)
    select (select id from organisations where not is_demo order by created_at, id limit 1), u.id,
      (select id from roles where key = 'member')
    from users u
    where not u.is_demo and ${belongsToDemo} and ${belongsNowhereElse}
      and exists (select from organisations where not is_demo)
    returning user_id as "userId", organisation_id as "organisationId",
      (select name from organisations o where o.id = organisation_id) as "organisationName"`.execute(
    transaction,
  );
  return rows;
}

const belongsToDemo = sql`exists (
  select from members m join organisations o on o.id = m.organisation_id where m.user_id = u.id and o.is_demo)`;

const belongsNowhereElse = sql`not exists (
  select from members m join organisations o on o.id = m.organisation_id where m.user_id = u.id and not o.is_demo)`;

const linkedToDemo = sql`exists (
  select from group_members l join groups g on g.id = l.group_id where l.user_id = u.id and g.is_demo)`;

/** The people whom removing the demo would touch although they are no part of it, by name. */
export async function listTouchedByDemo(db: Db): Promise<(Person & { homeless: boolean })[]> {
  const { rows } = await sql<Person & { homeless: boolean }>`
    select u.first_name, u.infix, u.last_name, (${belongsToDemo} and ${belongsNowhereElse}) as homeless
    from users u where not u.is_demo and (${belongsToDemo} or ${linkedToDemo})
    order by u.sort_key, u.id`.execute(db);
  return rows;
}

type Person = { first_name: string; infix: string | null; last_name: string };

async function listDemoPeopleInAudit(transaction: Db): Promise<string[]> {
  const { rows } = await sql<{ about: string }>`
    select distinct p.about from audit_parts p join users u on u.id = p.about where u.is_demo`.execute(
    transaction,
  );
  return rows.map((row) => row.about);
}
