import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { walkChain } from '../server/audit/verify-audit.ts';
import { untilFound } from './changes.ts';
import { type Client, makeClient } from './client.ts';
import { countChecks } from './metrics.ts';
import { startProcess } from './start-process.ts';
import { startTwo } from './two-processes.ts';
import { administrator, password, trySignIn } from './world.ts';

let two: Awaited<ReturnType<typeof startTwo>>;
let made = 0;

before(async () => {
  two = await startTwo();
});
after(() => two.stop());

type Made = { id: string; email: string };

async function aPerson(input: object = {}): Promise<Made> {
  made += 1;
  const email = `persoon.${made}@zonnig.example`;
  const { body } = await two.admin.post<{ id: string }>('/users', {
    firstName: 'Noor',
    lastName: `Linden ${made}`,
    email,
    ...input,
  });
  const set = await two.admin.post(`/users/${body.id}/password`, { password, mustChange: false });
  assert.equal(set.status, 200, set.raw);
  return { id: body.id, email };
}

/** Fifty at once, every second one at the other process, each over a connection of its own. */
async function fifty(email: string, secretOf: (i: number) => string): Promise<number[]> {
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const client = makeClient(two.processes[i % 2]?.base ?? '');
      const answer = await trySignIn(client, email, secretOf(i)).finally(client.close);
      return answer.status;
    }),
  );
  return answers;
}

async function checksOfAll(): Promise<number> {
  const counts = await Promise.all(
    two.processes
      .filter((one) => !one.hasEnded())
      .map(async ({ base }) => {
        const client = makeClient(base);
        return countChecks(client).finally(client.close);
      }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function stateOf({ id }: Made) {
  const { rows } = await sql<{
    locked: boolean;
    wrong: string[];
    checking: unknown[];
    mails: number;
    deeds: number;
  }>`
    select u.locked_at is not null as locked, c.wrong, c.checking,
      (select count(*)::int from mails m where m.user_id = u.id and m.kind = 'locked') as mails,
      (select count(*)::int from audit_log a where a.target_id = u.id::text and a.action = 'users.locked') as deeds
    from users u left join sign_in_counts c on c.user_id = u.id where u.id = ${id}`.execute(two.database.db);
  assert.ok(rows[0]);
  return rows[0];
}

for (const round of [1, 2, 3]) {
  test(`of 50 wrong passwords at once on two processes at most 3 are checked, and they lock once (${round})`, async () => {
    const person = await aPerson();
    const before = await checksOfAll();
    const statuses = await fifty(person.email, (i) => `Raad-eens-${i}`);
    assert.deepEqual([...new Set(statuses)], [401]);
    assert.ok((await checksOfAll()) - before <= 3, `${(await checksOfAll()) - before} were checked`);
    const { locked, mails, deeds } = await stateOf(person);
    assert.deepEqual([locked, mails, deeds], [true, 1, 1]);
  });
}

test('50 right passwords at once on two processes all come in, and lock nobody', async () => {
  const person = await aPerson();
  const statuses = await fifty(person.email, () => password);
  assert.deepEqual([...new Set(statuses)], [200]);
  const { locked, wrong, checking } = await stateOf(person);
  assert.deepEqual([locked, wrong, checking], [false, [], []]);
});

test('25 right and 25 wrong at once on two processes: in before the lock, or not at all; one lock at most', async () => {
  const person = await aPerson();
  const statuses = await fifty(person.email, (i) => (i % 4 < 2 ? password : `Raad-eens-${i}`));
  const { locked, mails, deeds } = await stateOf(person);
  const right = statuses.filter((_, i) => i % 4 < 2);
  assert.deepEqual([mails, deeds], locked ? [1, 1] : [0, 0]);
  assert.ok(locked || right.every((status) => status === 200));
  assert.ok(statuses.every((status, i) => (i % 4 < 2 ? [200, 401, 423] : [401]).includes(status)));
});

test('of several administrators who are guessed at once on two processes, one stays open', async () => {
  const others = await Promise.all([1, 2, 3].map(() => aPerson()));
  for (const { id } of others) await two.admin.put(`/users/${id}/admin-access`, { granted: true });
  const emails = [administrator.email, ...others.map(({ email }) => email)];
  await Promise.all(emails.map((email) => fifty(email, (i) => `Raad-eens-${i}`)));
  const { rows } = await sql`select 1 from users where is_admin and locked_at is null`.execute(
    two.database.db,
  );
  assert.equal(rows.length, 1);
  await sql`update users set locked_at = null, is_admin = email = ${administrator.email}`.execute(
    two.database.db,
  );
  await sql`delete from sign_in_counts`.execute(two.database.db);
});

test('ten who ask for a reset at once on two processes get one mail', async () => {
  const person = await aPerson();
  await Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      const client = makeClient(two.processes[i % 2]?.base ?? '');
      await client.post('/password/forgotten', { email: person.email }).finally(client.close);
    }),
  );
  const countResets = async () =>
    (await sql`select 1 from mails where user_id = ${person.id} and kind = 'reset'`.execute(two.database.db))
      .rows.length;
  await untilFound(async () => assert.ok((await countResets()) > 0));
  await new Promise((wait) => setTimeout(wait, 500));
  assert.equal(await countResets(), 1);
});

test('the same address created on two processes at once is one person; usernames differ', async () => {
  const other = makeClient(two.processes[1]?.base ?? '');
  other.jar.set('muster', two.admin.jar.get('muster') ?? '');
  const create = (client: Client, email: string) =>
    client.post<{ username: string }>('/users', { firstName: 'Bo', lastName: 'Vos', email });
  const same = await Promise.all(
    Array.from({ length: 10 }, (_, i) => create(i % 2 ? two.admin : other, 'zelfde@zonnig.example')),
  );
  assert.deepEqual(same.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  const alike = await Promise.all(
    Array.from({ length: 10 }, (_, i) => create(i % 2 ? two.admin : other, `bo.vos@huis${i}.example`)),
  );
  other.close();
  assert.deepEqual(
    alike.map(({ status }) => status),
    Array(10).fill(201),
    alike.map(({ raw }) => raw.slice(0, 200)).join(),
  );
  assert.equal(new Set(alike.map(({ body }) => body.username)).size, 10);
});

test('erasing somebody whose password is being guessed fails for nobody', async () => {
  for (let round = 0; round < 3; round += 1) {
    const person = await aPerson();
    const guessing = fifty(person.email, (i) => `Raad-eens-${i}`);
    const deleted = await two.admin.post(`/users/${person.id}/delete`, { acknowledged: true });
    assert.equal(deleted.status, 204, deleted.raw);
    assert.deepEqual([...new Set(await guessing)], [401]);
  }
});

test('a right that is taken away at one process is gone at the next request to the other', async () => {
  const person = await aPerson({ roles: ['hr'] });
  const client = makeClient(two.processes[1]?.base ?? '');
  await trySignIn(client, person.email, password);
  assert.equal((await client.get('/users')).status, 200);
  await two.admin.put(`/users/${person.id}/roles`, { roles: [] });
  assert.equal((await client.get('/users')).status, 403);
  await two.admin.post(`/users/${person.id}/password`, { password: 'Waterval-39-mos' });
  assert.equal((await client.get('/session')).status, 401);
  client.close();
});

/** Statements that are under way; those of a process that was killed still end. */
async function countBusy(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`.execute(
    two.database.db,
  );
  return rows[0]?.count ?? 0;
}

test('a process that is killed while it checks passwords locks nobody, and its places lapse', async () => {
  const person = await aPerson();
  const doomed = await startProcess({ DATABASE_URL: two.url });
  const clients = Array.from({ length: 30 }, () => makeClient(doomed.base));
  const answers = clients.map((client, i) =>
    trySignIn(client, person.email, `Raad-eens-${i}`).catch(() => null),
  );
  await untilFound(async () => assert.ok((await stateOf(person)).checking?.length > 0));
  await doomed.stop('SIGKILL');
  await Promise.all(answers);
  for (const client of clients) client.close();
  await untilFound(async () => assert.equal(await countBusy(), 0));
  const { locked, wrong, checking } = await stateOf(person);
  if (locked) return;
  assert.ok(wrong.length < 3);
  await sql`update sign_in_counts set checking = array(select t - interval '30 seconds' from unnest(checking) t)
    where user_id = ${person.id}`.execute(two.database.db);
  const visitor = makeClient(two.processes[0]?.base ?? '');
  assert.equal(
    (await trySignIn(visitor, person.email, password)).status,
    200,
    `${checking.length} places were left`,
  );
  visitor.close();
  assert.deepEqual((await stateOf(person)).checking, []);
});

test('after all this the audit chain of both is sound, and neither said anything', async () => {
  assert.equal((await walkChain(two.database.db)).sound, true);
  assert.deepEqual(
    two.processes.map(({ said }) => said.err),
    ['', ''],
  );
});
