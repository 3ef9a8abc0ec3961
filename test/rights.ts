import { sql } from 'kysely';
import type { Permission } from '../contract/permissions.ts';
import { newId } from '../server/lib/ids.ts';
import type { World } from './world.ts';

/** Makes a role of a test's own, with any permissions; by hand, because there is no call for it. Returns its id. */
export async function aRole(
  world: World,
  given: readonly Permission[],
  scope: 'installation' | 'organisation' = 'installation',
): Promise<string> {
  const id = newId();
  const role = { id, key: null, scope, name: id, permissions: [...given] };
  await world.db.insertInto('roles').values(role).execute();
  return id;
}

const ownRoles = new Map<string, string>();

/** Leaves somebody with exactly these permissions. */
export async function giveOwnRole(
  world: World,
  person: { id: string },
  given: readonly Permission[],
): Promise<void> {
  const known = ownRoles.get(person.id);
  if (known) {
    await sql`update roles set permissions = ${[...given]}::text[] where id = ${known}`.execute(world.db);
    return;
  }
  const roleId = await aRole(world, given);
  ownRoles.set(person.id, roleId);
  await world.db.insertInto('role_assignments').values({ user_id: person.id, role_id: roleId }).execute();
}
