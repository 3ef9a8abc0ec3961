import type { inspectLink, renewLink } from '../../contract/sign-in.ts';
import type { Act } from '../act/act.ts';
import { type Actor, system } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { listMembershipsOf } from '../members/members.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { canComeIn } from '../sign-in/can-come-in.ts';
import { wordsAbout } from '../sign-in/choose-password.ts';
import { mailResetLink } from '../sign-in/forgot-password.ts';
import { type FoundLink, findLink, findWhyDead } from '../sign-in/links.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, lockUserRow, type UserRow } from '../users/users.sql.ts';
import { findActivation, isWithdrawn } from './activate-account.ts';
import { putConfirmMail } from './ask-for-address.ts';
import { isOnlyInvited } from './invitation.sql.ts';
import { putActivationMail } from './invite.ts';

/** What the page behind a link shows; changes nothing, because mail scanners open links. */
export const inspectLinkAct: Act<typeof inspectLink> = async (db, _actor, { token }) => {
  const { link, user } = await getLink(db, token).catch((error) => tellWhy(db, token, error));
  const { organisationName } = await readSettings(db);
  const person = { firstName: user.first_name, lastName: user.last_name, email: link.email };
  return {
    purpose: link.purpose,
    state: link.expired ? 'expired' : 'usable',
    name: nameOf(user),
    asksName: link.purpose === 'activation' && user.is_name_guessed,
    firstName: user.first_name,
    infix: user.infix,
    lastName: user.last_name,
    email: link.email,
    language: user.language,
    ...(await describeInvitation(db, user, link)),
    words: wordsAbout(person, organisationName),
    twoFactor: user.two_factor_on,
  };
};

/** Whoever holds the link learns why it is of no use any more. */
async function tellWhy(db: Db, token: string, error: unknown): Promise<never> {
  const invalid = error instanceof Refused && error.code === 'links.invalid';
  const why = invalid ? await findWhyDead(db, token) : null;
  throw why ? new Refused(`links.${why}`) : error;
}

async function describeInvitation(db: Db, user: UserRow, link: FoundLink) {
  const invited = link.purpose === 'activation' && user.is_name_guessed;
  const inviter = invited && link.madeBy ? await findUser(db, link.madeBy) : undefined;
  return {
    organisations: invited
      ? (await listMembershipsOf(db, user.id, null)).map(({ organisationName }) => organisationName)
      : [],
    invitedBy: inviter ? nameOf(inviter) : null,
    mayDecline: invited && (await isOnlyInvited(db, user)),
  };
}

/** A fresh link in exchange for an expired one, to the same address only. Once a minute at most. */
export const renewLinkAct: Act<typeof renewLink> = async (db, actor, { token }) => {
  const { link, user } = await getLink(db, token);
  const justMade = link.createdAt.until(Temporal.Now.instant()).total('minutes') < 1;
  if (!link.expired || justMade) throw new Refused('links.invalid');
  if (link.purpose === 'reset') await mailResetLink(db, actor, user.email);
  else if (link.purpose === 'email') await renewConfirmation(db, actor, user.id, token);
  else await renewActivation(db, actor, user.id, token);
};

async function renewActivation(db: Db, actor: Actor, userId: string, token: string): Promise<void> {
  await transact(db, async (transaction) => {
    await lockUserRow(transaction, userId);
    const found = await findActivation(transaction, token);
    if (!found) throw new Refused('links.invalid');
    await putActivationMail(transaction, system(), found.user, { madeBy: found.link.madeBy });
    await recordDeeds(transaction, { ...actor, kind: 'user', userId: found.user.id }, [
      { action: 'users.invited-again', target: { kind: 'user', id: found.user.id }, about: found.user.id },
    ]);
  });
}

async function renewConfirmation(db: Db, actor: Actor, userId: string, token: string): Promise<void> {
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    const link = await findLink(transaction, token, ['email']);
    if (!user || !link || user.pending_email !== link.email) throw new Refused('links.invalid');
    await putConfirmMail(transaction, user, link.email);
    await recordDeeds(transaction, { ...actor, kind: 'user', userId }, [
      { action: 'users.confirmation-asked-again', target: { kind: 'user', id: userId }, about: userId },
    ]);
  });
}

async function getLink(db: Db, token: string): Promise<{ link: FoundLink; user: UserRow }> {
  const day = await ensureToday(db);
  const activation = await findActivation(db, token);
  if (activation) {
    if (await isWithdrawn(db, activation.user, activation.link)) throw new Refused('links.withdrawn');
    return activation;
  }
  const link = await findLink(db, token, ['reset', 'email']);
  const user = link && (await findUser(db, link.userId));
  if (!link || !user || !(await canComeIn(db, user, day))) throw new Refused('links.invalid');
  if (link.purpose === 'email' && user.pending_email !== link.email) throw new Refused('links.invalid');
  return { link, user };
}
