import type { InputOf } from '../../contract/endpoint.ts';
import type { getSetup, setUp } from '../../contract/setup.ts';
import { type Act, sessionChange } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { insertStaffMemberships } from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { newId } from '../lib/ids.ts';
import { insertMembers } from '../members/members.sql.ts';
import { insertOrganisation } from '../organisations/organisations.sql.ts';
import { getRoles, insertDefaultRoles } from '../roles/roles.sql.ts';
import { defaultSettings } from '../settings/read-settings.ts';
import { hashNewPassword } from '../sign-in/choose-password.ts';
import { type ChosenPassword, upsertCredential } from '../sign-in/credentials.sql.ts';
import { describeSession } from '../sign-in/describe-session.ts';
import { insertSession } from '../sign-in/sessions.sql.ts';
import { chooseUsername, nextUserNumber } from '../users/choose-username.ts';
import { insertUsers, updateLastSignIn } from '../users/users.sql.ts';
import { fitsSetupToken, isUnclaimed, takeSetupToken, writeFirstSettings } from './claim.sql.ts';

export const getSetupAct: Act<typeof getSetup> = async (db) => ({
  needed: await isUnclaimed(db),
  demo: true,
});

type Claim = Omit<InputOf<typeof setUp>, 'token' | 'demo'>;

/** Claims a fresh installation with the printed token, and signs its first administrator in. */
export const setUpAct: Act<typeof setUp> = async (db, actor, { token, demo, ...claim }) => {
  if (!(await isUnclaimed(db))) throw new Refused('setup.done-already');
  // Before the password, whose judging and hashing is work that no stranger should be able to ask for.
  if (!(await fitsSetupToken(db, token))) throw new Refused('setup.wrong-token');
  const session = await claimInstallation(db, actor, claim, token);
  if (demo) await (await import('../demo/fill-demo.ts')).fillDemo(db);
  const day = await ensureToday(db);
  return { ...(await describeSession(db, session.userId, day)), [sessionChange]: session.token };
};

/**
 * Makes the organisation, the default roles and the first administrator in one transaction. Of all who try at the
 * same time one succeeds. Without a token only for whoever holds the machine; from the command line nobody is signed
 * in, and the answered token is empty.
 */
export async function claimInstallation(
  db: Db,
  actor: Actor,
  claim: Claim,
  token: string | null,
): Promise<{ userId: string; token: string }> {
  const chosen = await hashNewPassword(db, claim, claim.password, claim.organisationName);
  return transact(db, async (transaction) => {
    if (!(await takeSetupToken(transaction, token))) {
      throw new Refused((await isUnclaimed(transaction)) ? 'setup.wrong-token' : 'setup.done-already');
    }
    await writeFirstSettings(transaction, firstSettings(claim));
    await insertDefaultRoles(transaction);
    const organisationId = await insertOrganisation(transaction, claim.organisationName);
    const userId = await insertFirstAdministrator(transaction, claim, chosen, organisationId);
    const fromCommandLine = actor.kind === 'command-line';
    const session = fromCommandLine
      ? { token: '' }
      : await insertSession(transaction, userId, null, actor.origin);
    if (token !== null) await updateLastSignIn(transaction, userId);
    await recordDeeds(transaction, fromCommandLine ? actor : { ...actor, kind: 'user', userId }, [
      { action: 'setup.claimed', target: { kind: 'user', id: userId }, about: userId },
    ]);
    return { userId, token: session.token };
  });
}

function firstSettings({ organisationName, email, language, timeZone }: Claim) {
  const dutch = language === 'nl';
  return {
    organisationName,
    language,
    supportEmail: email,
    ...(timeZone ? { timeZone } : {}),
    salutations: dutch ? ['Dhr.', 'Mevr.', 'Dr.', 'Ir.', 'Prof.'] : ['Mr', 'Mrs', 'Ms', 'Mx', 'Dr', 'Prof'],
  };
}

/** Adds an administrator who can sign in at once. Returns the new id. */
async function insertFirstAdministrator(
  transaction: Db,
  claim: Claim,
  chosen: ChosenPassword,
  organisationId: string,
): Promise<string> {
  const userId = newId();
  const today = await ensureToday(transaction);
  await insertUsers(transaction, [
    {
      id: userId,
      number: await nextUserNumber(transaction),
      username: await chooseUsername(transaction, claim.email),
      salutation: null,
      firstName: claim.firstName,
      infix: claim.infix ?? null,
      lastName: claim.lastName,
      email: claim.email,
      phone: null,
      mobile: null,
      jobTitle: null,
      personnelNumber: null,
      language: claim.language,
      timeZone: claim.timeZone ?? defaultSettings.timeZone,
      admin: true,
      activatedAt: Temporal.Now.instant(),
    },
  ]);
  await upsertCredential(transaction, userId, chosen, false);
  await insertStaffMemberships(transaction, [{ userId, startsOn: today, leavesOn: null }]);
  const [role] = await getRoles(transaction, 'organisation', ['organisation-administrator'], 'organisations');
  if (role) await insertMembers(transaction, [{ userId, organisationId, roleId: role.id }]);
  return userId;
}
