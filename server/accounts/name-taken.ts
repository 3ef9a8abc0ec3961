import { fold } from '../../contract/fold.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { getVisibleUser } from '../members/gate.ts';
import { nameOf } from '../users/name-of.ts';
import { findUserByEmail, type UserRow, usernameKey } from '../users/users.sql.ts';

type Wanted = { email: string; username?: string; personnelNumber: string | null };

/** Runs `work`; when something is taken, the refusal names who has it, for those who may know that person. */
export async function namingTheOwner<T>(
  db: Db,
  actor: Actor,
  wanted: Wanted,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const field = error.fields[0];
    const owner = field && (await findOwner(db, field.field, wanted));
    const visible = owner && (await getVisibleUser(db, actor, owner.id).catch(() => null));
    if (field && visible) field.about = { id: visible.id, name: nameOf(visible) };
    throw error;
  }
}

async function findOwner(db: Db, field: string, wanted: Wanted): Promise<Pick<UserRow, 'id'> | undefined> {
  if (field === 'email') return findUserByEmail(db, wanted.email);
  const [column, key] =
    field === 'username'
      ? (['username_key', usernameKey(wanted.username ?? '')] as const)
      : (['personnel_number_key', fold(wanted.personnelNumber ?? '')] as const);
  if (!['username', 'personnelNumber'].includes(field)) return undefined;
  return db.selectFrom('users').select('id').where(column, '=', key).executeTakeFirst();
}
