import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made, readMailLink } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { type Db, transact } from '../db/transact.ts';
import { type Verification, walkChain } from './verify-audit.ts';

let world: World;
let admin: Client;
let erased: Made;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  erased = await aPerson(world, { firstName: 'Wegmetmij', roles: ['hr'] });
  await (await world.signIn(erased.email)).patch('/me', { language: 'nl' });
  for (let i = 0; i < 5; i += 1) {
    const person = await aPerson(world);
    await admin.patch(person.path, { jobTitle: 'Kok', firstName: 'Ünïcode "\\ 🌻' });
  }
});
after(() => world.close());

const undo = new Error('undo');

/** What the check says after this was done by hand in the database; undone again. */
async function tamper(deed: (db: Db) => Promise<unknown>): Promise<Verification> {
  let found: Verification | undefined;
  await transact(world.db, async (transaction) => {
    await deed(transaction);
    found = await walkChain(transaction);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  assert.ok(found);
  return found;
}

const brokenAt = ({ sound, brokenAt }: Verification) => [sound, brokenAt];

test('the chain is sound, also for whoever asks over HTTP', async () => {
  const { body } = await admin.get<Verification>('/audit/verification');
  assert.deepEqual([body.sound, body.brokenAt, body.erased], [true, null, 0]);
  assert.ok(body.entries > 20);
  assert.match(body.head, /^[0-9a-f]{64}$/);
});

const columns: Record<string, string> = {
  at: "at + interval '1 millisecond'",
  action: "'users.created'",
  actor_kind: "'nobody'",
  actor_id: 'gen_random_uuid()',
  target_kind: "'mail'",
  target_id: 'gen_random_uuid()::text',
  changes_digest: "decode(repeat('00', 32), 'hex')",
  origin_digest: "decode(repeat('00', 32), 'hex')",
  previous: "decode(repeat('00', 32), 'hex')",
  hash: "decode(repeat('00', 32), 'hex')",
};

for (const [column, value] of Object.entries(columns)) {
  test(`a line whose ${column} was changed is found by its number`, async () => {
    const found = await tamper((db) =>
      sql`update audit_log set ${sql.ref(column)} = ${sql.raw(value)} where seq = 12`.execute(db),
    );
    assert.deepEqual(brokenAt(found), [false, 12]);
  });
}

test('changed words are found by the number of their line', async () => {
  for (const part of ['changes', 'origin']) {
    const { rows } = await sql<{ seq: number }>`
      select seq from audit_parts where part = ${part} and data::text like '%Kok%' or part = ${part} and seq = 14
      order by seq desc limit 1`.execute(world.db);
    const seq = rows[0]?.seq ?? 0;
    for (const change of [sql`data = '[{"field":"x","from":1,"to":2}]'`, sql`salt = decode('00', 'hex')`]) {
      const found = await tamper((db) =>
        sql`update audit_parts set ${change} where seq = ${seq} and part = ${part}`.execute(db),
      );
      assert.deepEqual(brokenAt(found), [false, seq]);
    }
  }
});

test('words that were taken away from somebody who is still there are missed', async () => {
  for (const part of ['changes', 'origin']) {
    const found = await tamper((db) =>
      sql`delete from audit_parts where seq = 12 and part = ${part}`.execute(db),
    );
    assert.deepEqual(brokenAt(found), [false, 12], part);
  }
});

test('a line that was removed is missed at its place', async () => {
  for (const seq of [1, 12]) {
    const found = await tamper(async (db) => {
      await sql`delete from audit_parts where seq = ${seq}`.execute(db);
      await sql`delete from audit_log where seq = ${seq}`.execute(db);
    });
    assert.deepEqual(brokenAt(found), [false, seq]);
  }
});

test('lines that were cut off at the end are missed', async () => {
  const { seq } = await readHead();
  const found = await tamper(async (db) => {
    await sql`delete from audit_parts where seq > ${seq - 3}`.execute(db);
    await sql`delete from audit_log where seq > ${seq - 3}`.execute(db);
  });
  assert.deepEqual(brokenAt(found), [false, seq - 2]);
});

test('lines that were slipped in, in the middle or behind the end, are found', async () => {
  const { seq } = await readHead();
  const copy = (from: number, to: number) => sql`
    insert into audit_log select ${to}, at, action, actor_kind, actor_id, target_kind, target_id, changes_digest,
      origin_digest, previous, hash from audit_log where seq = ${from}`;
  const behind = await tamper((db) => copy(seq, seq + 1).execute(db));
  assert.deepEqual(brokenAt(behind), [false, seq + 1]);
  const between = await tamper(async (db) => {
    await sql`alter table audit_parts drop constraint audit_parts_seq_fkey`.execute(db);
    for (let n = seq; n >= 12; n -= 1) {
      await sql`update audit_parts set seq = seq + 1 where seq = ${n}`.execute(db);
      await sql`update audit_log set seq = seq + 1 where seq = ${n}`.execute(db);
    }
    await copy(5, 12).execute(db);
    await sql`update audit_head set seq = seq + 1`.execute(db);
  });
  assert.deepEqual(brokenAt(between), [false, 12]);
});

test('a head that was written down elsewhere proves that nothing before it was rewritten or cut off', async () => {
  const { seq, hash } = await readHead();
  assert.equal((await walkChain(world.db, { seq, hash })).sound, true);
  assert.equal((await walkChain(world.db, { seq, hash: '00'.repeat(32) })).sound, false);
  assert.equal((await walkChain(world.db, { seq: seq + 1, hash })).sound, false);
});

async function readHead(): Promise<{ seq: number; hash: string }> {
  const head = await world.db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
  return { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') };
}

test('erasing somebody takes what was written down about them and from where, and the chain stays sound', async () => {
  const partsAbout = () => sql`select 1 from audit_parts where about = ${erased.id}`.execute(world.db);
  assert.ok((await partsAbout()).rows.length > 4);
  assert.equal((await admin.post(`${erased.path}/delete`, { acknowledged: true })).status, 204);
  assert.equal((await partsAbout()).rows.length, 0);
  const { sound, erased: parts } = await walkChain(world.db);
  assert.deepEqual([sound, parts > 4], [true, true]);
  const { raw } = await admin.get(`/audit?limit=200`);
  assert.ok(!/wegmetmij/i.test(raw));
});

test('a hundred deeds at once make one chain without a gap', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => aPerson(world)));
  const before = (await readHead()).seq;
  await Promise.all(
    people.flatMap(({ path }) =>
      Array.from({ length: 10 }, (_, i) => admin.patch(path, { jobTitle: `Titel ${i}` })),
    ),
  );
  assert.equal((await readHead()).seq, before + 100);
  assert.equal((await walkChain(world.db)).sound, true);
});

test('no password, token or hash stands in the audit, in an answer, in the log, or anywhere else it does not belong', async () => {
  const started = world.log.length;
  const secrets = ['Waterval-39-mos', 'Zilvermeeuw-52', 'Nachtegaal-81', 'Fout-gelukkig-1', password];
  const [set = '', reset = '', activated = '', wrong = ''] = secrets;
  const answers: string[] = [];
  const note = async <A extends { raw: string }>(asked: Promise<A>): Promise<A> => {
    const answer = await asked;
    answers.push(answer.raw);
    return answer;
  };
  const person = await aPerson(world);
  const client = await world.signIn(person.email);
  await note(trySignIn(world.visitor(), person.email, wrong));
  await note(admin.post(`${person.path}/password`, { password: set, mustChange: false }));
  const again = await world.signIn(person.email, set);
  await note(world.visitor().post('/password/forgotten', { email: person.email }));
  await new Promise((wait) => setTimeout(wait, 300));
  const resetToken = await readMailLink(admin, person.id, 'reset');
  await note(world.visitor().post('/links/inspect', { token: resetToken }));
  await note(world.visitor().post('/password/reset', { token: resetToken, password: reset }));
  const pending = await aPerson(world, { state: 'pending' });
  const token = await readMailLink(admin, pending.id);
  await note(world.visitor().post('/activation', { token, password: activated }));
  for (const path of [
    '/users',
    '/audit?limit=200',
    '/mail',
    person.path,
    `${person.path}/history`,
    '/me/sessions',
    '/settings',
  ]) {
    await note(admin.get(path));
  }
  const tokens = [client, again, admin].map(({ jar }) => jar.get('muster') ?? '').filter(Boolean);
  const dump = await dumpDatabase();
  const log = world.log.slice(started).join('');
  for (const secret of [...secrets, ...tokens, resetToken, token]) {
    assert.ok(!answers.join('\n').includes(secret), 'in an answer');
    assert.ok(!log.includes(secret), 'in the log');
    assert.ok(!(dump.get('audit_parts') ?? '').includes(secret), 'in the audit');
  }
  for (const [table, rows] of dump) {
    for (const secret of [...secrets, ...tokens]) assert.ok(!rows.includes(secret), `in ${table}`);
    if (table !== 'credentials') assert.ok(!rows.includes('$argon2id$'), `a hash in ${table}`);
    if (table !== 'mails')
      assert.ok(!rows.includes(token) && !rows.includes(resetToken), `a link in ${table}`);
  }
  assert.ok(!answers.join('').includes('argon2id'));
});

/** Every row of every table, as text. */
async function dumpDatabase(): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.db);
  const texts = new Map<string, string>();
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.id(schema, name)} t`.execute(world.db);
    texts.set(name, rows.map(({ line }) => line).join('\n'));
  }
  return texts;
}
