import type { withdrawEmail } from '../../contract/accounts.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotAbove, lockVisibleUser } from '../members/gate.ts';
import { revokeLinks } from '../sign-in/links.sql.ts';
import { type UserRow, updateMarks } from '../users/users.sql.ts';

/** Gives up an address of somebody that still waits for its owner's confirmation. */
export async function withdrawEmailAct(
  db: Db,
  actor: Actor,
  { id }: InputOf<typeof withdrawEmail>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertNotAbove(transaction, actor, user, day);
    await withdraw(transaction, actor, user);
  });
}

/** Of a person whose row is locked. */
export async function withdraw(transaction: Db, actor: Actor, user: UserRow): Promise<void> {
  if (user.pending_email === null) throw new Refused('users.no-pending-email');
  await updateMarks(transaction, user.id, { pending_email: null });
  await revokeLinks(transaction, user.id, ['email']);
  await recordDeeds(transaction, actor, [
    {
      action: 'users.changed',
      target: { kind: 'user', id: user.id },
      about: user.id,
      changes: [{ field: 'pendingEmail', from: user.pending_email, to: null }],
    },
  ]);
}
