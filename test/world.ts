import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { Session } from '../contract/sign-in.ts';
import { nobody } from '../server/act/actor.ts';
import { allJobs } from '../server/all-jobs.ts';
import { buildApp } from '../server/app.ts';
import { startJobs } from '../server/jobs/start-jobs.ts';
import { hashLightly } from '../server/lib/hash-passwords.ts';
import { claimInstallation } from '../server/setup/claim-installation.ts';
import { makeLogger } from '../server/start.ts';
import { type Answer, type Client, makeClient } from './client.ts';
import { openTestDatabase } from './database.ts';

/** Good for everybody whose name or address it does not hold. */
export const password = 'Kastanje-7-fluit';

export const administrator = {
  organisationName: 'Zonnig Huis',
  firstName: 'Ada',
  infix: 'van',
  lastName: 'Beheer',
  email: 'ada@zonnig.example',
  language: 'en' as const,
  password,
};

/** A whole Muster of a test's own: database, web server on a free port, and what it wrote to its log. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * Opens one, claimed by `administrator` unless told otherwise. `jobs` starts the work in the background as well.
 * `behindProxy`: every visitor comes from an address of their own, as a trusted proxy says. `fullHashes`: for tests that
 * are about the hashes of passwords; in all others they cost next to nothing.
 */
export async function openWorld({
  jobs = false,
  claimed = true,
  behindProxy = false,
  fullHashes = false,
} = {}) {
  const endLightHashes = fullHashes ? () => undefined : hashLightly();
  if (behindProxy) process.env.MUSTER_TRUSTED_PROXIES = '127.0.0.1';
  const database = await openTestDatabase();
  const lines: string[] = [];
  const logger = makeLogger('debug', keeping(lines));
  const app = await buildApp(database, logger);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  process.env.PORT = new URL(base).port;
  const running = jobs ? await startJobs(database, { work: true, jobs: allJobs, log: logger }) : null;
  const adminId = claimed
    ? (await claimInstallation(database.db, nobody('en'), administrator, null)).userId
    : '';
  const clients: Client[] = [];
  const endings: (() => Promise<void>)[] = [];

  function visitor(address = `203.0.113.${clients.length % 250}`): Client {
    const client = makeClient(base, behindProxy ? { 'x-forwarded-for': address } : {});
    clients.push(client);
    return client;
  }

  /** Signs in and keeps the cookie; throws where the answer is a refusal. */
  async function signIn(identifier: string = administrator.email, secret = password): Promise<Client> {
    const client = visitor();
    const answer = await trySignIn(client, identifier, secret);
    if (answer.status !== 200) throw new Error(`Signing in was answered with ${answer.raw}`);
    return client;
  }

  return {
    database,
    db: database.db,
    base,
    adminId,
    /** What the server wrote to its log, a line each. */
    log: lines,
    visitor,
    signIn,
    /** What a test started beside it ends with it. */
    onClose: (ending: () => Promise<void>) => void endings.push(ending),
    close: async () => {
      for (const client of clients) client.close();
      for (const ending of endings) await ending();
      await app.close();
      await running?.stop();
      await database.close();
      endLightHashes();
    },
  };
}

/** One attempt to sign in, whatever comes of it. */
export function trySignIn(client: Client, identifier: string, secret: string): Promise<Answer<Session>> {
  return client.post<Session>('/session', { identifier, password: secret });
}

function keeping(lines: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
}
