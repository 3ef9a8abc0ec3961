import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { calls } from '../../contract/calls.ts';
import { newId } from '../../server/lib/ids.ts';
import type { Client } from '../client.ts';
import { aPerson } from '../people.ts';
import { aGuardedPerson, halfSignedIn } from '../second-factors.ts';
import { aToken } from '../tokens.ts';
import { openWorld, type World } from '../world.ts';

const script = join(import.meta.dirname, '../curl-client.sh');
const folder = mkdtempSync(join(tmpdir(), 'muster-curl-'));

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const cookieOf = (client: Client) => client.jar.get('muster') ?? '';

async function anApiToken(owner: Client, name: string): Promise<{ id: string; token: string }> {
  const made = await owner.post<{ id: string; token: string }>('/me/tokens', {
    ...aToken(['users.view']),
    name,
  });
  assert.equal(made.status, 201, made.raw);
  return made.body;
}

/** Every key that once was good, or is good for something else. */
async function gatherKeys(): Promise<Record<string, string>> {
  const working = await anApiToken(admin, 'Werkt');
  const ended = await anApiToken(admin, 'Beëindigd');
  assert.equal((await admin.delete(`/me/tokens/${ended.id}`)).status, 204);
  const expired = await anApiToken(admin, 'Verlopen');
  await sql`update api_tokens set ends_on = current_date - 2 where id = ${expired.id}`.execute(world.db);
  const leaver = await aPerson(world, { roles: ['auditor'] });
  const left = await anApiToken(await world.signIn(leaver.email), 'Weg');
  const yesterday = Temporal.Now.plainDateISO('UTC').subtract({ days: 2 }).toString();
  assert.equal((await admin.post(`${leaver.path}/deactivate`, { leavesOn: yesterday })).status, 200);
  const half = await halfSignedIn(world, await aGuardedPerson(world, { admin: true }));
  const old = await world.signIn();
  const oldCookie = cookieOf(old);
  assert.equal((await old.delete('/session')).status, 204);
  return {
    SESSION: cookieOf(admin),
    HALF: cookieOf(half),
    OLD: oldCookie,
    PROGRAM: working.token,
    ENDED: ended.token,
    EXPIRED: expired.token,
    LEFT: left.token,
    USER: (await aPerson(world)).id,
  };
}

test('a client of another make, without cookies of its own, is refused everything that it should be', async () => {
  const keys = await gatherKeys();
  const list = join(folder, 'calls');
  const guarded = calls.filter(({ may }) => may !== 'anyone');
  const lines = guarded.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, () => newId())}\n`);
  writeFileSync(list, lines.join(''));
  const env = { PATH: process.env.PATH, BASE: world.base, CALLS: list, ...keys };
  const { stdout } = await promisify(execFile)('sh', [script], { env }).catch((error) => error);
  assert.match(stdout, /^\d+ tries, 0 not refused\n$/);
  assert.ok(Number.parseInt(stdout, 10) > 6 * guarded.length);
  assert.equal((await admin.get('/me')).status, 200);
  assert.equal((await admin.get(`/users/${keys.USER}`)).status, 200);
});
