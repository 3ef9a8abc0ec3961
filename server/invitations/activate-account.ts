import type { InputOf } from '../../contract/endpoint.ts';
import type { activateAccount } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { releaseHeldMails } from '../outbox/put-mail.ts';
import { hashNewPassword } from '../sign-in/choose-password.ts';
import { upsertCredential } from '../sign-in/credentials.sql.ts';
import { type FoundLink, findLink, revokeLinks, takeLink } from '../sign-in/links.sql.ts';
import {
  fieldsOf,
  findUser,
  lockUserRow,
  type UserRow,
  updateMarks,
  updateUser,
} from '../users/users.sql.ts';
import { maySendInvitation } from './invitation.sql.ts';

/** Proves the address and sets the first password. Somebody who starts later may do so beforehand. */
export const activateAccountAct: Act<typeof activateAccount> = async (
  db,
  actor,
  { token, password, ...given },
) => {
  await ensureToday(db);
  const found = await findActivation(db, token);
  if (!found) throw new Refused('links.invalid');
  const { link, user } = found;
  if (link.expired) throw new Refused('links.expired');
  const person = {
    firstName: given.firstName ?? user.first_name,
    lastName: given.lastName ?? user.last_name,
    email: user.email,
  };
  const chosen = await hashNewPassword(db, person, password);
  await transact(db, async (transaction) => {
    const now = await lockUserRow(transaction, user.id);
    if (!(await takeLink(transaction, link.id))) throw new Refused('links.invalid');
    if (!now || !mayActivate(now, link) || (await isWithdrawn(transaction, now, link))) {
      throw new Refused('links.invalid');
    }
    await upsertCredential(transaction, user.id, chosen, false);
    await updateMarks(transaction, user.id, { activated_at: Temporal.Now.instant().toString() });
    const renamed = await correctName(transaction, now, given);
    await revokeLinks(transaction, user.id, ['activation', 'reset']);
    await releaseHeldMails(transaction, user.id);
    await recordDeeds(transaction, { ...actor, kind: 'user', userId: user.id }, [
      {
        action: 'users.activated',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [
          { field: 'state', from: now.state, to: now.standing === 'present' ? 'active' : now.state },
          ...renamed,
        ],
      },
    ]);
  });
};

type GivenName = Omit<InputOf<typeof activateAccount>, 'token' | 'password'>;

/** Takes the name that somebody gives themselves, where the one we have was only guessed from the address. */
async function correctName(transaction: Db, user: UserRow, given: GivenName): Promise<Change[]> {
  if (!user.is_name_guessed || Object.keys(given).length === 0) return [];
  const before = fieldsOf(user);
  const changes = changesBetween<Record<string, unknown>>(before, { ...before, ...given });
  if (changes.length > 0) await updateUser(transaction, user, { ...before, ...given });
  await updateMarks(transaction, user.id, { is_name_guessed: false });
  return changes;
}

/** The activation link of a token with its person, while it is of use to them; also when it has expired. */
export async function findActivation(
  db: Db,
  token: string,
): Promise<{ link: FoundLink; user: UserRow } | null> {
  const link = await findLink(db, token, ['activation']);
  const user = link && (await findUser(db, link.userId));
  return link && user && mayActivate(user, link) ? { link, user } : null;
}

/** True when an organisation's invitation has died because whoever sent it may not invite any more. */
export async function isWithdrawn(db: Db, user: UserRow, { madeBy }: FoundLink): Promise<boolean> {
  if (madeBy === null || !user.is_name_guessed) return false;
  return !(await maySendInvitation(db, madeBy, user.id, await ensureToday(db)));
}

function mayActivate(user: UserRow, link: FoundLink): boolean {
  return user.activated_at === null && user.email === link.email && user.standing !== 'ended';
}
