import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Deed } from '../../contract/audit.ts';
import type { User } from '../../contract/user-shapes.ts';
import type { Answer, Client } from '../../test/client.ts';
import { aPerson, countMails, readMailLink } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';
import { today } from '../lib/days.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

const day = (days: number) => today('Europe/Amsterdam').add({ days }).toString();
const create = (input: object, client = admin) =>
  client.post<User & Refusal>('/users', { firstName: 'Bo', lastName: 'Vos', ...input });

type Refusal = {
  code: string;
  fields?: { field: string; code: string; message: string; about?: { id: string; name: string } }[];
};

function problem({ status, body }: Answer<User & Refusal>): unknown[] {
  return [status, body.code, ...(body.fields ?? []).map(({ field, code }) => `${field} ${code}`)];
}

test('who is created has a number, a username, an organisation, a staff membership from today, a mail and a deed', async () => {
  const first = await create({ email: 'jan.jansen@zonnig.example' });
  const { body, status } = first;
  assert.equal(status, 201);
  assert.equal(first.headers.etag, `"${body.version}"`);
  assert.deepEqual(
    [body.username, body.state, body.billed, body.admin],
    ['jan.jansen', 'pending', true, false],
  );
  assert.deepEqual([body.startsOn, body.leavesOn, body.staffMemberships.length], [day(0), null, 1]);
  assert.deepEqual(
    body.organisations.map(({ name, role }) => [name, role]),
    [['Zonnig Huis', 'Member']],
  );
  assert.deepEqual([body.invitation?.mailState, body.invitation?.expired], ['waiting', false]);
  assert.equal(await countMails(world, body.id, 'activation'), 1);
  const second = await create({ email: 'jan.jansen@elders.example' });
  assert.deepEqual([second.body.username, second.body.number], ['jan.jansen-2', body.number + 1]);
});

test('without a welcome mail there is no mail and no link, until it is sent by hand', async () => {
  const { body } = await create({ email: 'later@zonnig.example', sendWelcomeMail: false });
  assert.equal(body.invitation, null);
  assert.equal(await countMails(world, body.id, 'activation'), 0);
  const sent = await admin.post<User>(`/users/${body.id}/welcome-mail`);
  assert.equal(sent.body.invitation?.mailState, 'waiting');
  const { body: again } = await admin.get<{ sessions: number }>(`/users/${body.id}`);
  assert.equal(again.sessions, 0);
});

test('stray spaces and invisible characters do no harm, to the address least of all', async () => {
  const { body, status } = await create({
    email: '\t \u200b Piet.Puk@ZONNIG.Example \n',
    firstName: '  Pieter \u00a0 Jan ',
    infix: ' van   der ',
    lastName: '\u202eKuk\u202c\ufeff',
    jobTitle: '   ',
    phone: ' 06 - 12 34 56 78 ',
  });
  assert.equal(status, 201);
  assert.deepEqual(
    [body.email, body.name, body.jobTitle, body.phone],
    ['Piet.Puk@zonnig.example', 'Pieter Jan van der Kuk', null, '06 - 12 34 56 78'],
  );
  assert.equal((await trySignIn(world.visitor(), 'piet.puk@zonnig.example', 'x')).status, 401);
});

test('an address that is taken, in any case and form, is refused with who has it, for those who may know', async () => {
  const person = await aPerson(world, { email: 'Zoë@zonnig.example', firstName: 'Zoë', lastName: 'Kok' });
  for (const email of ['Zoë@zonnig.example', 'ZOË@ZONNIG.EXAMPLE', ' zoe\u0308@zonnig.example ']) {
    const answer = await create({ email });
    assert.deepEqual(problem(answer), [409, 'users.email-taken', 'email users.email-taken'], email);
    assert.deepEqual(answer.body.fields?.[0]?.about, { id: person.id, name: 'Zoë Kok' });
    assert.equal(
      await world.db
        .selectFrom('users')
        .select('id')
        .where('email', '=', email)
        .execute()
        .then((rows) => rows.length <= 1),
      true,
    );
  }
  const other = await aPerson(world);
  const change = await admin.patch<User & Refusal>(other.path, { email: 'ZOË@zonnig.example' });
  assert.deepEqual(problem(change), [409, 'users.email-taken', 'email users.email-taken']);
});

test('usernames and personnel numbers are unique, whatever their case', async () => {
  const email = () => `nummer.${Math.random()}@zonnig.example`;
  assert.equal((await create({ email: email(), username: 'De.Baas', personnelNumber: 'P-1' })).status, 201);
  assert.deepEqual(problem(await create({ email: email(), username: 'de.baas' })), [
    409,
    'users.username-taken',
    'username users.username-taken',
  ]);
  assert.deepEqual(problem(await create({ email: email(), personnelNumber: 'p-1' })), [
    409,
    'users.personnel-number-taken',
    'personnelNumber users.personnel-number-taken',
  ]);
  for (const username of ['admin', 'Root', 'a', 'a b', 'a@b.nl', 'x'.repeat(65), '.a', 'a..b', 'jan\u0000']) {
    assert.equal((await create({ email: email(), username })).status, 400, username);
  }
});

test('who has an address already is told with where they belong, as far as the asker sees', async () => {
  const person = await aPerson(world);
  const { body: user } = await admin.get<User>(person.path);
  const { body } = await admin.get<{ taken: { id: string; organisations: string[] } }>(
    `/email-check?email=${person.email}`,
  );
  assert.deepEqual(
    [body.taken.id, body.taken.organisations],
    [person.id, user.organisations.map(({ id }) => id)],
  );
});

test('a shared address is told while it is typed, and can be used all the same', async () => {
  const check = async (email: string) =>
    (
      await admin.get<{ valid: boolean; shared: boolean; taken: { id: string } | null }>(
        `/email-check?email=${encodeURIComponent(email)}`,
      )
    ).body;
  assert.deepEqual(await check('info@zonnig.example'), { valid: true, shared: true, taken: null });
  assert.deepEqual(await check(' niet af'), { valid: false, shared: false, taken: null });
  assert.equal((await check('ADA@zonnig.example ')).taken?.id, world.adminId);
  assert.equal((await create({ email: 'info@zonnig.example' })).status, 201);
});

test('what does not fit is refused at its field', async () => {
  const email = 'past.niet@zonnig.example';
  for (const [input, field] of [
    [{ firstName: '' }, 'firstName'],
    [{ firstName: ' \u200b ' }, 'firstName'],
    [{ lastName: 'x'.repeat(101) }, 'lastName'],
    [{ firstName: 'x'.repeat(900_000) }, 'firstName'],
    [{ infix: 'x'.repeat(31) }, 'infix'],
    [{ email: 'a@b' }, 'email'],
    [{ email: `${'x'.repeat(250)}@zonnig.example` }, 'email'],
    [{ email: null }, 'email'],
    [{ phone: '12' }, 'phone'],
    [{ mobile: 'bel mij' }, 'mobile'],
    [{ language: 'fr' }, 'language'],
    [{ timeZone: 'Mars/Phobos' }, 'timeZone'],
    [{ roles: 'hr' }, 'roles'],
    [{ roles: Array(101).fill('hr') }, 'roles'],
    [{ startsOn: 'morgen' }, 'startsOn'],
    [{ organisations: [{ id: 'x', role: 'member' }] }, 'organisations.0.id'],
    [{ organisations: [{ id: world.adminId, role: 'member', owner: true }] }, 'organisations.0.owner'],
  ] as const) {
    const answer = await create({ email, ...input });
    assert.equal(answer.status, 400, JSON.stringify(input).slice(0, 80));
    assert.deepEqual([...new Set(answer.body.fields?.map((one) => one.field))], [field]);
  }
  assert.deepEqual(problem(await create({ email, roles: ['bestaat-niet'] })), [
    422,
    'roles.unknown',
    'roles roles.unknown',
  ]);
  assert.deepEqual(problem(await create({ email, organisations: [{ id: world.adminId, role: 'member' }] })), [
    422,
    'organisations.unknown',
    'organisations organisations.unknown',
  ]);
  assert.deepEqual(problem(await create({ email, startsOn: day(2), leavesOn: day(1) })), [
    422,
    'employment.leave-before-start',
    'startsOn employment.leave-before-start',
  ]);
  const { rows } = await sql`select 1 from users where email = ${email}`.execute(world.db);
  assert.equal(rows.length, 0);
});

test('emoji and letters of all scripts are kept, and counted in characters', async () => {
  const { body } = await create({
    email: 'emoji@zonnig.example',
    firstName: '🌻 Łukasz',
    lastName: '李 Öztürk',
  });
  assert.equal(body.name, '🌻 Łukasz 李 Öztürk');
  assert.equal((await create({ email: 'long@zonnig.example', lastName: 'é'.repeat(100) })).status, 201);
});

test('ten who are created at once with the same local part all succeed, each with a username and number of their own', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => create({ email: `sam.smit@huis${i}.example` })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array(10).fill(201),
  );
  assert.equal(new Set(answers.map(({ body }) => body.username)).size, 10);
  assert.equal(new Set(answers.map(({ body }) => body.number)).size, 10);
});

test('of ten who are created at once with the same address one succeeds, and nothing is left of the others', async () => {
  const email = 'dubbel@zonnig.example';
  const answers = await Promise.all(Array.from({ length: 10 }, () => create({ email })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  const { rows } = await sql<{ mails: number }>`
    select count(*)::int as mails from mails where to_address = ${email}`.execute(world.db);
  assert.equal(rows[0]?.mails, 1);
});

test('a new address of somebody active counts once its owner confirms it; the old one is told', async () => {
  const person = await aPerson(world);
  const email = 'nieuw.adres@zonnig.example';
  const asked = await admin.patch<User>(person.path, { email, jobTitle: 'Kok' });
  assert.deepEqual(
    [asked.body.email, asked.body.pendingEmail, asked.body.jobTitle],
    [person.email, email, 'Kok'],
  );
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 401);
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 200);
  const { rows } = await sql<{ to_address: string; kind: string }>`
    select to_address, kind from mails where user_id = ${person.id} order by kind`.execute(world.db);
  assert.deepEqual(
    rows,
    [
      { to_address: person.email, kind: 'email-changed' },
      { to_address: email, kind: 'email-confirm' },
    ].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  );
  const token = await readMailLink(admin, person.id, 'email-confirm');
  assert.equal((await world.visitor().post('/email/confirm', { token })).status, 204);
  const { body } = await admin.get<User>(person.path);
  assert.deepEqual([body.email, body.pendingEmail], [email, null]);
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 200);
  assert.equal((await trySignIn(world.visitor(), person.email, password)).status, 401);
});

test('an address that somebody else took meanwhile is refused at the confirmation, and the link lives on', async () => {
  const person = await aPerson(world);
  const email = 'begeerd@zonnig.example';
  await admin.patch(person.path, { email });
  const token = await readMailLink(admin, person.id, 'email-confirm');
  const taker = await create({ email });
  assert.equal((await world.visitor().post('/email/confirm', { token })).status, 409);
  await admin.post(`/users/${taker.body.id}/delete`, { acknowledged: true });
  assert.equal((await world.visitor().post('/email/confirm', { token })).status, 204);
});

test('only the case of an address changes without ado', async () => {
  const person = await aPerson(world, { email: 'kleine.letters@zonnig.example' });
  const client = await world.signIn(person.email);
  const changed = await admin.patch<User>(person.path, { email: 'Kleine.Letters@zonnig.example' });
  assert.deepEqual([changed.body.email, changed.body.pendingEmail], ['Kleine.Letters@zonnig.example', null]);
  assert.equal((await client.get('/session')).status, 200);
});

test('the history tells every field, old and new, newest first; also of what was taken back', async () => {
  const person = await aPerson(world, { roles: ['employee'] });
  await admin.patch(person.path, { firstName: 'Anna', jobTitle: 'Kok' });
  await admin.patch(person.path, { jobTitle: null });
  await admin.put(`${person.path}/roles`, { roles: ['finance'] });
  const { body } = await admin.get<{ items: Deed[] }>(`${person.path}/history`);
  const [roles, cleared, changed] = body.items;
  assert.deepEqual(roles?.changes, [{ field: 'roles', from: ['employee'], to: ['finance'] }]);
  assert.deepEqual(cleared?.changes, [{ field: 'jobTitle', from: 'Kok', to: null }]);
  assert.deepEqual(changed?.changes, [
    { field: 'firstName', from: 'Noor', to: 'Anna' },
    { field: 'jobTitle', from: null, to: 'Kok' },
  ]);
  assert.equal(changed?.actor.id, world.adminId);
});

test('ending and beginning again keeps the old periods, and refuses those that overlap', async () => {
  const person = await aPerson(world);
  const leave = (leavesOn: string) => admin.post<User & Refusal>(`${person.path}/deactivate`, { leavesOn });
  const again = (input: object) => admin.post<User & Refusal>(`${person.path}/reactivate`, input);
  assert.deepEqual(problem(await leave(day(-31))), [
    422,
    'employment.leave-before-start',
    'leavesOn employment.leave-before-start',
  ]);
  assert.equal((await leave(day(10))).body.state, 'active');
  assert.equal((await again({})).body.leavesOn, null);
  assert.equal((await leave(day(-5))).body.state, 'deactivated');
  assert.deepEqual(problem(await leave(day(-6))), [409, 'employment.ended-already']);
  assert.deepEqual(problem(await again({ startsOn: day(-10) })), [
    409,
    'employment.overlap',
    'startsOn employment.overlap',
  ]);
  const back = await again({ startsOn: day(-1) });
  assert.deepEqual([back.status, back.body.state, back.body.staffMemberships.length], [200, 'active', 2]);
  assert.deepEqual(problem(await again({})), [409, 'employment.present-already']);
});

test('who is erased leaves a number and a day, nothing else; the address is free again', async () => {
  const person = await aPerson(world, {
    state: 'pending',
    firstName: 'Wegmetmij',
    lastName: 'Verdwijn',
    roles: ['hr'],
    email: 'wegmetmij@zonnig.example',
  });
  await admin.patch(person.path, { phone: '0612345678', jobTitle: 'Verdwijner' });
  const unsure = await admin.post(`${person.path}/delete`, { acknowledged: false });
  assert.deepEqual([unsure.status, unsure.body.code], [422, 'users.not-acknowledged']);
  assert.equal((await admin.post(`${person.path}/delete`, { acknowledged: true })).status, 204);
  assert.equal((await admin.get(person.path)).status, 404);
  assert.equal((await admin.get(`${person.path}/history`)).status, 404);
  assert.equal((await admin.post(`${person.path}/delete`, { acknowledged: true })).status, 404);
  const everything = await dumpDatabase();
  assert.deepEqual(everything.match(/^.*(wegmetmij|verdwijn|0612345678).*$/gim), null);
  assert.ok(everything.includes(person.id));
  const { body } = await create({ email: 'wegmetmij@zonnig.example' });
  assert.equal(body.username, 'wegmetmij');
});

/** Every row of every table, as text. */
async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.db);
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(
      world.db,
    );
    texts.push(...rows.map(({ line }) => line));
  }
  return texts.join('\n');
}
