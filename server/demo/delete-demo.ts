import { sql } from 'kysely';
import { eraseParts } from '../audit/audit.sql.ts';
import type { Db } from '../db/transact.ts';
import { deleteDemoGroups } from '../groups/groups.sql.ts';
import { deleteDemoOrganisations } from '../organisations/organisations.sql.ts';
import { lockAdministrators } from '../users/last-administrator.ts';
import { deleteDemoUsers } from '../users/users.sql.ts';

/**
 * Deletes the demo organisations, groups and made-up people; returns how many people, or null when there is none.
 * An administrator always stays, because people of the demo never count as one who could (last-administrator.ts).
 */
export async function deleteDemo(transaction: Db): Promise<number | null> {
  await lockAdministrators(transaction);
  if ((await deleteDemoOrganisations(transaction)) === 0) return null;
  await deleteDemoGroups(transaction);
  await eraseParts(transaction, await listDemoPeopleInAudit(transaction));
  return deleteDemoUsers(transaction);
}

async function listDemoPeopleInAudit(transaction: Db): Promise<string[]> {
  const { rows } = await sql<{ about: string }>`
    select distinct p.about from audit_parts p join users u on u.id = p.about where u.is_demo`.execute(
    transaction,
  );
  return rows.map((row) => row.about);
}
