import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import { system } from '../act/actor.ts';
import type { Database } from '../db/connect.ts';
import { type Db, transact } from '../db/transact.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { minutes } from '../lib/days.ts';
import { claimMail, markSent, wipeDeadLinks } from './claims.sql.ts';
import { pauseAfter } from './judge-failure.ts';
import { aLink, aPerson, setInstallation, startMailServer } from './outbox.fixtures.ts';
import { outboxJobs } from './outbox.jobs.ts';
import { putMail } from './put-mail.ts';
import { sendMails } from './send-mails.ts';
import { sendTestMailAct } from './send-test-mail.ts';

let database: Database;
let db: Db;
let post: Awaited<ReturnType<typeof startMailServer>>;
const { MUSTER_URL } = process.env;

before(async () => {
  database = await openTestDatabase();
  db = database.db;
  process.env.MUSTER_URL = 'https://muster.voorbeeld.example/';
});
after(async () => {
  if (MUSTER_URL === undefined) delete process.env.MUSTER_URL;
  else process.env.MUSTER_URL = MUSTER_URL;
  await database.close();
});
beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  post = await startMailServer();
  await setInstallation(db, post.port);
});
afterEach(() => post.stop());

const mailOf = (id: string) =>
  db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const makeDue = () => sql`update mails set next_try_at = now() where state = 'waiting'`.execute(db);

async function putActivation(hours = 24) {
  const person = await aPerson(db);
  const { link, token } = await aLink(db, person, hours);
  const mail = {
    kind: 'activation',
    to: person.email,
    language: 'nl',
    values: { by: 'Eva de Vries' },
  } as const;
  const id = await transact(db, (transaction) => putMail(transaction, { ...mail, user: person, link }));
  return { id, person, link, token };
}

async function putLocked(to = 'jan@voorbeeld.example', name = 'Jan Berg') {
  const person = await aPerson(db);
  const user = { ...person, name };
  return transact(db, (transaction) =>
    putMail(transaction, { kind: 'locked', user, to, language: 'en', values: { delayed: false } }),
  );
}

test('a mail leaves with its link on the configured address, and the secret is wiped', async () => {
  const { id, person, token } = await putActivation();
  const stored = await mailOf(id);
  assert.ok(!stored.text.includes(token) && !stored.html.includes(token));
  await sendMails(db);
  const [received] = post.received;
  assert.ok(received);
  assert.deepEqual(received.to, [person.email]);
  const raw = received.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  assert.match(raw, new RegExp(`https://muster\\.voorbeeld\\.example/activate#${token}`));
  assert.doesNotMatch(raw, /127\.0\.0\.1|localhost/);
  assert.match(raw, /^From: Zonnig Huis <muster@voorbeeld\.example>/m);
  assert.match(raw, new RegExp(`^Message-ID: <${id}@voorbeeld\\.example>`, 'm'));
  assert.match(raw, /^Auto-Submitted: auto-generated/m);
  assert.match(raw, /multipart\/alternative/);
  const sent = await mailOf(id);
  assert.equal(sent.state, 'sent');
  assert.equal(sent.link_path, null);
  assert.equal(sent.next_try_at, null);
  assert.ok(sent.sent_at);
  await sendMails(db);
  assert.equal(post.received.length, 1);
});

test('names with line ends and quotes add neither headers nor receivers', async () => {
  await setInstallation(db, post.port, { organisationName: 'Huis "A", <b@evil.example>' });
  await putLocked('jan@voorbeeld.example', 'Jan\r\nBcc: bad@evil.example\r\nX-Bad: 1 <x@evil.example>, "');
  await sendMails(db);
  assert.deepEqual(post.received[0]?.to, ['jan@voorbeeld.example']);
  const head = post.received[0]?.raw.split('\r\n\r\n')[0] ?? '';
  assert.doesNotMatch(head, /^(Bcc|X-Bad):/im);
  assert.equal(post.received[0]?.from, 'muster@voorbeeld.example');
});

test('a temporary refusal is tried again with growing pauses, and given up after three days', async () => {
  post.manners.recipient = () => ({ code: 451, words: 'Try again later' });
  const id = await putLocked();
  const pauses: number[] = [];
  for (let i = 1; i <= 9; i += 1) {
    await makeDue();
    await sendMails(db);
    const mail = await mailOf(id);
    assert.equal(mail.attempts, i);
    assert.match(mail.failure ?? '', /451.*Try again later/);
    if (mail.next_try_at)
      pauses.push(Math.round(Temporal.Now.instant().until(mail.next_try_at).total('minutes')));
  }
  assert.deepEqual(pauses, [1, 5, 30, 120, 360, 720, 1440, 1440]);
  assert.equal((await mailOf(id)).state, 'failed');
  assert.equal(pauseAfter(9), null);
});

test('a receiver that is refused for good fails at once, while the others get their mail', async () => {
  post.manners.recipient = (address) =>
    address.startsWith('gone') ? { code: 550, words: 'No such person' } : null;
  const gone = await putLocked('gone@voorbeeld.example');
  const there = await putLocked('there@voorbeeld.example');
  await sendMails(db);
  assert.equal((await mailOf(gone)).state, 'failed');
  assert.match((await mailOf(gone)).failure ?? '', /No such person/);
  assert.equal((await mailOf(there)).state, 'sent');
});

test('a dead mail server loses nothing, and only a few mails are tried on it', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => putLocked()));
  await post.stop();
  await sendMails(db);
  const tried = await Promise.all(ids.map(mailOf));
  assert.ok(tried.every((mail) => mail.state === 'waiting'));
  const attempts = tried.reduce((sum, mail) => sum + mail.attempts, 0);
  assert.ok(attempts >= 1 && attempts <= 5, `${attempts} tries`);
  post = await startMailServer();
  await setInstallation(db, post.port);
  await makeDue();
  await sendMails(db);
  assert.equal(post.received.length, 12);
});

test('without a mail server nothing is tried; once there is one, mails go and those with dead links do not', async () => {
  await setInstallation(db, null);
  const alive = await putActivation();
  const [expired, used, revoked, changed] = [
    await putActivation(),
    await putActivation(),
    await putActivation(),
    await putActivation(),
  ];
  await sendMails(db);
  assert.deepEqual([(await mailOf(alive.id)).state, (await mailOf(alive.id)).attempts], ['waiting', 0]);
  await sql`update links set expires_at = now() - interval '1 second' where id = ${expired.link.id}`.execute(
    db,
  );
  await sql`update links set used_at = now() where id = ${used.link.id}`.execute(db);
  await sql`update links set revoked_at = now() where id = ${revoked.link.id}`.execute(db);
  await db
    .insertInto('credentials')
    .values({ user_id: changed.person.id, password_hash: 'x', version: 3 })
    .execute();
  await wipeDeadLinks(db);
  assert.equal((await mailOf(used.id)).link_path, null);
  assert.equal((await mailOf(alive.id)).link_path, alive.link.path);
  await setInstallation(db, post.port);
  await sendMails(db);
  assert.equal((await mailOf(alive.id)).state, 'sent');
  const dead = await Promise.all([expired, used, revoked, changed].map(({ id }) => mailOf(id)));
  assert.deepEqual(
    dead.map((mail) => [mail.state, mail.failure, mail.link_path]),
    ['expired', 'used', 'revoked', 'revoked'].map((why) => ['failed', `mails.failure.link-${why}`, null]),
  );
  assert.equal(post.received.length, 1);
});

test('senders beside each other send each mail once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => putLocked()));
  await Promise.all(Array.from({ length: 4 }, () => sendMails(db)));
  assert.equal(post.received.length, 20);
  const ids = post.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
  assert.equal(new Set(ids).size, 20);
});

test('the claim of a killed process lapses, and a claim that lapsed marks nothing', async () => {
  const id = await putLocked();
  const claim = await claimMail(db, minutes(2));
  assert.equal(claim?.id, id);
  assert.equal(await claimMail(db, minutes(2)), undefined);
  await sendMails(db);
  assert.equal(post.received.length, 0);
  await makeDue();
  await sendMails(db);
  assert.equal(post.received.length, 1);
  assert.equal((await mailOf(id)).attempts, 2);
  assert.ok(claim && !(await markSent(db, claim)));
});

test('a mail of a transaction that rolls back never leaves; one that commits leaves by itself within seconds', async () => {
  const faults: object[] = [];
  const told = (details: object) => void faults.push(details);
  const jobs = await startJobs(database, { work: true, jobs: outboxJobs, log: { error: told, warn: told } });
  try {
    await assert.rejects(
      transact(db, async (transaction) => {
        await putMail(transaction, {
          kind: 'test',
          user: null,
          to: 'a@b.example',
          language: 'nl',
          values: {},
        });
        throw new Error('changed my mind');
      }),
    );
    await putLocked();
    const end = performance.now() + 10_000;
    while (post.received.length === 0 && performance.now() < end)
      await new Promise((wake) => setTimeout(wake, 20));
    assert.equal(post.received.length, 1);
    assert.deepEqual(faults, []);
  } finally {
    await jobs.stop();
  }
});

test('a slow mail server keeps nobody waiting at the database', async () => {
  post.manners.slow = 1500;
  await putLocked();
  const sending = sendMails(db);
  await new Promise((wake) => setTimeout(wake, 300));
  const began = performance.now();
  await transact(db, (transaction) => sql`select 1`.execute(transaction));
  assert.ok(performance.now() - began < 1000);
  await sending;
  assert.equal(post.received.length, 1);
});

test('a test mail leaves at once, or refuses with the words of the mail server and is not tried again', async () => {
  const sent = await sendTestMailAct(db, system('nl'), { to: 'beheer@voorbeeld.example' });
  assert.equal(sent.state, 'sent');
  assert.match(post.received[0]?.raw ?? '', /^Subject: Testmail van Zonnig Huis/m);
  post.manners.recipient = () => ({ code: 451, words: 'Greylisted' });
  await assert.rejects(
    async () => sendTestMailAct(db, system('nl'), { to: 'beheer@voorbeeld.example' }),
    (error: { code?: string; values?: { reason?: string } }) =>
      error.code === 'mail.test-failed' && /Greylisted/.test(error.values?.reason ?? ''),
  );
  const { rows } = await sql<{ state: string }>`select state from mails order by id`.execute(db);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['sent', 'failed'],
  );
  await setInstallation(db, null);
  await assert.rejects(async () => sendTestMailAct(db, system('nl'), { to: 'b@voorbeeld.example' }), {
    code: 'mail.no-server',
  });
});
