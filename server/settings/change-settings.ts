import { sql } from 'kysely';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type changeSettings, type getSettings, settingsShape } from '../../contract/settings.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { sendQueue } from '../jobs/send-queue.ts';
import { today } from '../lib/days.ts';
import { readMailServer } from './mail-server.ts';
import { publicAddress } from './public-address.ts';
import { readSettings } from './read-settings.ts';

export const getSettingsAct: Act<typeof getSettings> = (db) => describeSettings(db);

/**
 * Changes the settings that are given. What guards sign-in (password policy, lock-out, sessions), where mail with
 * sign-in links goes, and when people are erased is for people with admin access only: otherwise it could be turned
 * into admin access, or into deleting without the right.
 */
export const changeSettingsAct: Act<typeof changeSettings> = async (db, actor, input) => {
  const { version, mailServer, ...given } = input;
  assertMayChange(actor, input);
  await transact(db, async (transaction) => {
    const stored = await transaction
      .selectFrom('installation')
      .select(['settings', 'mail_server', 'version'])
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (version !== undefined && version !== stored.version) {
      throw new Refused('request.stale', { values: { current: stored.version } });
    }
    const before = await readSettings(transaction);
    const changes = changesBetween(before as Record<string, unknown>, given);
    const newServer = mailServer === undefined ? undefined : withPassword(mailServer, stored.mail_server);
    if (newServer !== undefined) {
      changes.push(
        ...changesBetween(
          { mailServer: withoutSecret(stored.mail_server) },
          { mailServer: withoutSecret(newServer) },
        ),
      );
    }
    if (
      newServer?.password &&
      stored.mail_server?.password &&
      newServer.password !== stored.mail_server.password
    )
      changes.push({ field: 'mailServer.password', from: 'old', to: 'new' });
    if (changes.length === 0) return;
    if (given.timeZone !== undefined) await assertAdministratorStays(transaction, given.timeZone);
    await transaction
      .updateTable('installation')
      .set((eb) => ({
        settings: JSON.stringify({ ...stored.settings, ...given }),
        ...(newServer === undefined ? {} : { mail_server: newServer && JSON.stringify(newServer) }),
        version: eb('version', '+', 1),
      }))
      .execute();
    await recordDeeds(transaction, actor, [
      { action: 'settings.changed', target: { kind: 'settings', id: null }, about: null, changes },
    ]);
    // What waited for a mail server leaves now.
    if (newServer) await nudge(transaction, sendQueue);
  });
  return describeSettings(db);
};

/** It can be another day there: one on which the only administrator has not begun, or has left. */
async function assertAdministratorStays(transaction: Db, timeZone: string): Promise<void> {
  const day = today(timeZone).toString();
  const { rows } = await sql`
    select 1 from users u
    where u.is_admin and u.activated_at is not null and u.locked_at is null
      and exists (select 1 from credentials c where c.user_id = u.id)
      and exists (
        select 1 from staff_memberships m
        where m.user_id = u.id and m.starts_on <= ${day}::date and (m.leaves_on is null or m.leaves_on >= ${day}::date)
      )
    limit 1`.execute(transaction);
  if (rows.length === 0) {
    throw new Refused('settings.invalid', { fields: [{ field: 'timeZone', code: 'settings.invalid' }] });
  }
}

const guarding = [
  'passwordPolicy',
  'lockAfter',
  'sessionIdleHours',
  'sessionMaximumDays',
  'twoFactorForAll',
  'mailServer',
  'formerKeptMonths',
] as const;

function assertMayChange(actor: Actor, input: Record<string, unknown>): void {
  const refused = guarding.filter((field) => input[field] !== undefined);
  if (actor.admin || refused.length === 0) return;
  throw new Refused('users.only-administrators', {
    fields: refused.map((field) => ({ field, code: 'users.only-administrators' })),
  });
}

type Stored = Record<string, unknown> | null;

/** A password that is not given stays, as long as it is for the same server and account. */
function withPassword(given: Record<string, unknown> | null, stored: Stored): Stored {
  if (given === null) return null;
  const same = stored?.host === given.host && stored?.username === given.username;
  return { ...given, password: given.password ?? (same ? (stored?.password ?? null) : null) };
}

function withoutSecret(server: Stored): Stored {
  if (server === null) return null;
  const { password, ...rest } = server;
  return { ...rest, hasPassword: password !== null };
}

async function describeSettings(db: Db): Promise<OutputOf<typeof getSettings>> {
  const settings = await readSettings(db);
  const server = await readMailServer(db);
  const demo = await db
    .selectFrom('organisations')
    .select('id')
    .where('is_demo', '=', true)
    .executeTakeFirst();
  return {
    ...settingsShape.parse(settings),
    version: settings.version,
    publicAddress: publicAddress(),
    mailServer: server && { ...server, hasPassword: server.password !== null },
    mailServerFromEnvironment: server?.source === 'environment',
    demo: demo !== undefined,
  };
}
