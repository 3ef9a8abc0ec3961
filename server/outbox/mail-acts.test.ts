import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { getMail, listMail } from '../../contract/mail.ts';
import { openTestDatabase } from '../../test/database.ts';
import { type Actor, nobody, permissionsOf, system } from '../act/actor.ts';
import type { Database } from '../db/connect.ts';
import { type Db, transact } from '../db/transact.ts';
import { markFailed } from './claims.sql.ts';
import type { Visible } from './describe-mail.ts';
import { getMailAct } from './get-mail.ts';
import { listMailAct } from './list-mail.ts';
import { aLink, aPerson, setInstallation } from './outbox.fixtures.ts';
import { putMail } from './put-mail.ts';
import { type RenewLink, resendMailAct } from './resend-mail.ts';

let database: Database;
let db: Db;
const everybody: Visible = () => null;
const list = listMailAct(everybody);
const get = getMailAct(everybody);
const helpDesk: Actor = {
  ...nobody('en'),
  kind: 'user',
  permissions: permissionsOf(false, ['mail.view', 'mail.resend']),
};

before(async () => {
  database = await openTestDatabase();
  db = database.db;
});
after(() => database.close());
beforeEach(async () => {
  await db.deleteFrom('mails').execute();
  await setInstallation(db, null);
});

async function put(kind: 'activation' | 'test', to?: string, lastName = 'Berg') {
  const person = await aPerson(db, { first_name: 'Jan', last_name: lastName });
  const { link, token } = await aLink(db, person);
  const mail = { user: person, to: to ?? person.email, language: 'nl' as const, values: { by: null } };
  const id = await transact(db, (transaction) =>
    putMail(transaction, kind === 'test' ? { kind, ...mail } : { kind, ...mail, link }),
  );
  return { id, person, link, token };
}

const asked = (input: object) => listMail.input.parse(input);
const auditOf = async (target: string) =>
  (await db.selectFrom('audit_log').select('action').where('target_id', '=', target).execute()).map(
    (row) => row.action,
  );

test('mails are listed newest first, page by page, each once', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 7; i += 1) ids.unshift((await put('test')).id);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(db, helpDesk, asked({ limit: 3, ...(cursor && { cursor }) }));
    assert.deepEqual(listMail.output.parse(page).total, { count: 7, exact: true });
    assert.equal(page.mailServer, false);
    seen.push(...page.items.map((mail) => mail.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  assert.deepEqual(seen, ids);
  await assert.rejects(async () => list(db, helpDesk, asked({ cursor: 'nonsense' })), {
    code: 'request.bad-cursor',
  });
});

test('mails are found by parts of address and subject, state and person', async () => {
  const anna = await put('activation', 'anna_x@voorbeeld.example', 'Smit');
  const piet = await put('test', 'piet@elders.example');
  const found = async (input: object) =>
    (await list(db, helpDesk, asked(input))).items.map((mail) => mail.id).sort();
  assert.deepEqual(await found({ search: 'ANNA' }), [anna.id]);
  assert.deepEqual(await found({ search: 'activeer voorbeeld' }), [anna.id]);
  assert.deepEqual(await found({ search: 'a_x' }), [anna.id]);
  assert.deepEqual(await found({ search: 'n_a' }), []);
  assert.deepEqual(await found({ user: piet.person.id }), [piet.id]);
  await sql`update mails set state = 'failed', failure = 'mails.failure.link-expired' where id = ${piet.id}`.execute(
    db,
  );
  assert.deepEqual(await found({ state: 'failed' }), [piet.id]);
  assert.deepEqual(await found({ state: ['failed', 'waiting'] }), [anna.id, piet.id].sort());
  const [failed] = (await list(db, helpDesk, asked({ state: 'failed' }))).items;
  assert.match(failed?.failure ?? '', /has expired/);
  assert.deepEqual(failed?.user, { id: piet.person.id, name: 'Jan Berg' });
});

test('nobody learns of mails to people they may not see', async () => {
  const seen = await put('test');
  const hidden = await put('test', 'geheim@voorbeeld.example', 'Geheim');
  const visible: Visible = () => sql`u.last_name <> 'Geheim'`;
  const page = await listMailAct(visible)(db, helpDesk, asked({}));
  assert.deepEqual([page.items.map(({ id }) => id), page.total.count], [[seen.id], 1]);
  const renew: RenewLink = async () => null;
  await assert.rejects(async () => getMailAct(visible)(db, helpDesk, { id: hidden.id }), {
    code: 'mail.not-found',
  });
  await assert.rejects(async () => resendMailAct(visible, renew)(db, helpDesk, { id: hidden.id }), {
    code: 'mail.not-found',
  });
});

test('the link is masked for everybody but administrators without a mail server, and reading it is written down', async () => {
  const { id, token } = await put('activation');
  const masked = getMail.output.parse(await get(db, helpDesk, { id }));
  assert.ok(!JSON.stringify(masked).includes(token));
  assert.equal(masked.link, null);
  assert.equal(masked.mayResend, true);
  assert.deepEqual(await auditOf(id), []);
  const opened = await get(db, system('nl'), { id });
  assert.ok(opened.link?.endsWith(`/activate#${token}`));
  assert.ok(opened.text.includes(token) && opened.html.includes(token));
  assert.deepEqual(await auditOf(id), ['mail.link-opened']);
  await setInstallation(db, 25);
  assert.ok(!JSON.stringify(await get(db, system('nl'), { id })).includes(token));
  await setInstallation(db, null);
  await sql`update links set used_at = now()`.execute(db);
  assert.equal((await get(db, system('nl'), { id })).link, null);
  assert.deepEqual(await auditOf(id), ['mail.link-opened']);
});

test('sending again makes a fresh link, once more from the beginning', async () => {
  const { id, person, token } = await put('activation');
  const mail = await db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await markFailed(db, { id, next_try_at: mail.next_try_at as Temporal.Instant }, 'No such person');
  const fresh = await aLink(db, person, 48);
  const renewed: string[] = [];
  const resend = resendMailAct(everybody, async (_transaction, _actor, row) => {
    renewed.push(row.id);
    return fresh.link;
  });
  const again = await resend(db, helpDesk, { id });
  assert.deepEqual([again.id, again.state, again.attempts, again.failure], [id, 'waiting', 0, null]);
  assert.deepEqual(renewed, [id]);
  const shown = await get(db, system('nl'), { id });
  assert.ok(shown.text.includes(fresh.token) && !shown.text.includes(token));
  assert.equal(shown.linkExpiresAt, fresh.link.expiresAt.round('microsecond').toString());
  assert.deepEqual((await auditOf(id)).sort(), ['mail.link-opened', 'mail.resent']);
});

test('sending a mail again that has left makes a new one', async () => {
  const { id, person } = await put('activation');
  await sql`update mails set state = 'sent', sent_at = now(), next_try_at = null, link_path = null`.execute(
    db,
  );
  const { link, token } = await aLink(db, person);
  const again = await resendMailAct(everybody, async () => link)(db, helpDesk, { id });
  assert.notEqual(again.id, id);
  assert.equal(again.state, 'waiting');
  assert.ok((await get(db, system('nl'), { id: again.id })).text.includes(token));
  assert.equal((await get(db, helpDesk, { id })).state, 'sent');
});

test('a mail whose link has lost its purpose is not sent again', async () => {
  const { id } = await put('activation');
  await assert.rejects(async () => resendMailAct(everybody, async () => null)(db, helpDesk, { id }), {
    code: 'mail.link-dead',
  });
  assert.deepEqual(await auditOf(id), []);
});

test('a mail of a person who was deleted goes with them', async () => {
  const { id, person } = await put('activation');
  await db.deleteFrom('users').where('id', '=', person.id).execute();
  await assert.rejects(async () => get(db, helpDesk, { id }), { code: 'mail.not-found' });
});
