import type { Session } from '../../contract/sign-in.ts';
import { permissionsOf } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { listPermissionsOf } from '../members/members.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser } from '../users/users.sql.ts';

/** Who is signed in and what they may, as the browser needs it. */
export async function describeSession(db: Db, userId: string, day: string): Promise<Session> {
  const user = await findUser(db, userId);
  if (!user) throw new Refused('session.required');
  const given = user.is_admin ? [] : await listPermissionsOf(db, userId, day);
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
