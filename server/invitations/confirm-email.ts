import type { confirmEmail } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { canComeIn } from '../sign-in/can-come-in.ts';
import { findLink, revokeLinks, takeLink } from '../sign-in/links.sql.ts';
import { deleteSessions } from '../sign-in/sessions.sql.ts';
import { fieldsOf, lockUserRow, updateMarks, updateUser } from '../users/users.sql.ts';

/** The owner of a new address confirms it: from here it counts for signing in, and all sessions end. */
export const confirmEmailAct: Act<typeof confirmEmail> = async (db, actor, { token }) => {
  const link = await findLink(db, token, ['email']);
  if (!link) throw new Refused('links.invalid');
  if (link.expired) throw new Refused('links.expired');
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, link.userId);
    if (!(await takeLink(transaction, link.id))) throw new Refused('links.invalid');
    if (!user || user.pending_email !== link.email) throw new Refused('links.invalid');
    if (!(await canComeIn(transaction, user, day))) throw new Refused('links.invalid');
    await updateUser(transaction, user, { ...fieldsOf(user), email: link.email });
    await updateMarks(transaction, user.id, { pending_email: null });
    await revokeLinks(transaction, user.id, ['activation', 'reset', 'email']);
    await deleteSessions(transaction, user.id);
    await recordDeeds(transaction, { ...actor, kind: 'user', userId: user.id }, [
      {
        action: 'users.email-confirmed',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'email', from: user.email, to: link.email }],
      },
    ]);
  });
};
