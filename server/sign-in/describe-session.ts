import type { Permission } from '../../contract/permissions.ts';
import type { Session } from '../../contract/sign-in.ts';
import { permissionsOf } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { listPermissionsOf } from '../members/members.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';

/** Who is signed in and what they may, as the browser needs it. */
export async function describeSession(db: Db, userId: string, day: string): Promise<Session> {
  const user = await findUser(db, userId);
  if (!user) throw new Refused('session.required');
  return sessionOf(user, user.is_admin ? [] : await listPermissionsOf(db, userId, day));
}

type Person = Pick<
  UserRow,
  'id' | 'first_name' | 'infix' | 'last_name' | 'email' | 'language' | 'time_zone' | 'is_admin'
>;

/** The same from what was read already. */
export function sessionOf(user: Person, given: Permission[]): Session {
  return {
    user: {
      id: user.id,
      name: nameOf(user),
      firstName: user.first_name,
      email: user.email,
      language: user.language,
      timeZone: user.time_zone,
      admin: user.is_admin,
    },
    permissions: [...permissionsOf(user.is_admin, given)],
  };
}
