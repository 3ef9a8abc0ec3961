import { sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { today } from '../lib/days.ts';
import { networkOf } from '../lib/network.ts';
import { hashToken } from '../lib/tokens.ts';
import { lastSettings, rememberSettings } from '../settings/read-settings.ts';
import { usernameKey } from '../users/users.sql.ts';
import { whenErased } from './counts.sql.ts';
import type { Credential } from './credentials.sql.ts';
import type { Source } from './describe-session.ts';
import type { Knock } from './sessions.sql.ts';

/** Somebody who tries to sign in, with everything that decides whether they may and what their session can do. */
export type Candidate = {
  user: {
    id: string;
    first_name: string;
    infix: string | null;
    last_name: string;
    email: string;
    language: Language;
    time_zone: string;
    is_admin: boolean;
    locked_at: string | null;
  };
  /** Activated, and a staff membership covers the day. */
  mayComeIn: boolean;
  credential: Credential | null;
  twoFactorOn: boolean;
  twoFactorRequired: boolean;
  /** What they may by their roles, with the organisation where it is a role in one. */
  sources: Source[];
  /** The device that this is, if the browser is known to this person. */
  deviceId: string | null;
  /** The place in which their password may be checked; null where none is free, or they may not come in anyway. */
  mark: string | null;
  /** No place will come free by waiting: they are locked or delayed. */
  refused: boolean;
};

/** Everybody from this network has to wait so many seconds, whomever they name. */
type Wait = { wait: number };

/**
 * By e-mail address or username (which never holds an `@`), with a place taken where one is free, and the settings that
 * held: all in one statement, because this road must be short. Refuses a network that tried too many accounts.
 */
export async function openSignIn(
  db: Db,
  identifier: string,
  deviceTokens: readonly string[],
  knock: Knock,
): Promise<{ found: Candidate | null; settings: Settings }> {
  const { isEmail, key } = readIdentifier(identifier);
  for (let known = lastSettings(); ; ) {
    const { timeZone, lockAfter } = known.settings;
    const { rows } = await sql<{ settings: string; found: Candidate | Wait | null }>`
      select i.settings::text as settings, case when i.settings::text = ${known.text}::text then open_sign_in(
        ${key}::text, ${isEmail}::boolean, ${today(timeZone).toString()}::date, ${lockAfter}::int,
        ${deviceTokens.map(hashToken)}::bytea[], ${knock.network}::text, ${knock.account}::text
      ) end as found
      from installation i`
      .execute(db)
      .catch(whenErased({ rows: [] }));
    const { settings: current = known.text, found = null } = rows[0] ?? {};
    if (current === known.text) return { found: unlessToWait(found), settings: known.settings };
    known = rememberSettings(current);
  }
}

function unlessToWait(found: Candidate | Wait | null): Candidate | null {
  if (found === null || !('wait' in found)) return found;
  throw new Refused('session.slow-down', { values: { seconds: found.wait }, retryAfter: found.wait });
}

/** Where a try comes from and what it names. Of what was typed, which may be a password in the wrong field, little stays. */
export function knockOf(actor: Actor, identifier: string): Knock {
  const account = hashToken(readIdentifier(identifier).key).toString('hex', 0, 4);
  return { network: networkOf(actor.origin.address), account };
}

function readIdentifier(identifier: string): { isEmail: boolean; key: string } {
  const isEmail = identifier.includes('@');
  return { isEmail, key: isEmail ? emailKey(identifier) : usernameKey(identifier) };
}
