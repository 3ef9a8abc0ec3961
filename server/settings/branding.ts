import type { getBranding, getChoices } from '../../contract/settings.ts';
import type { Act } from '../act/act.ts';
import { today } from '../lib/days.ts';
import { readMailServer } from './mail-server.ts';
import { readSettings } from './read-settings.ts';
import { findRelyingParty } from './relying-party.ts';

let demo: { email: string; password: string } | null = null;

/** Shows on the sign-in page how to come in: only for the demo that is gone when it stops. */
export function showDemo(credentials: { email: string; password: string }): void {
  demo = credentials;
}

/** What pages need before anybody has signed in: nothing that a stranger may not know. */
export const getBrandingAct: Act<typeof getBranding> = async (db) => {
  const settings = await readSettings(db);
  const logo = await db.selectFrom('logos').select('tag').executeTakeFirst();
  return {
    logo: logo?.tag ?? null,
    organisationName: settings.organisationName,
    colour: settings.colour,
    supportEmail: settings.supportEmail,
    language: settings.language,
    passwordPolicy: settings.passwordPolicy,
    setupNeeded: !settings.claimed,
    passkeyOrigin: findRelyingParty()?.origin ?? null,
    demo,
  };
};

export const getChoicesAct: Act<typeof getChoices> = async (db) => {
  const settings = await readSettings(db);
  return {
    salutations: settings.salutations,
    jobTitles: settings.jobTitles,
    language: settings.language,
    timeZone: settings.timeZone,
    today: today(settings.timeZone).toString(),
    invitationDays: settings.invitationDays,
    mailServer: (await readMailServer(db)) !== null,
    groupMailAtOnce: settings.groupMailAtOnce,
    organisationsMayInvite: settings.organisationsMayInvite,
  };
};
