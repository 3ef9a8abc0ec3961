import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';
import { today } from '../lib/days.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

type Answered = {
  version: number;
  organisationName: string;
  timeZone: string;
  mailServer: { host: string; hasPassword: boolean } | null;
};

const server = {
  host: 'mail.zonnig.example',
  port: 587,
  security: 'starttls',
  username: 'muster',
  fromAddress: 'muster@zonnig.example',
  fromName: 'Muster',
};

async function storedPassword(): Promise<unknown> {
  const row = await world.db.selectFrom('installation').select('mail_server').executeTakeFirstOrThrow();
  return row.mail_server?.password;
}

test('what guards sign-in and mail is for people with admin access only', async () => {
  const person = await aPerson(world, { roles: ['key-user'] });
  const client = await world.signIn(person.email);
  for (const input of [
    { passwordPolicy: { preset: 'custom', minimumLength: 8, digit: false, lower: false, upper: false } },
    { lockAfter: 20 },
    { sessionIdleHours: 720 },
    { sessionMaximumDays: 365 },
    { mailServer: server },
    { mailServer: null },
    { colour: '#abcdef', lockAfter: 20 },
  ]) {
    const { status, body } = await client.patch('/settings', input);
    assert.deepEqual([status, body.code], [403, 'users.only-administrators'], JSON.stringify(input));
  }
  assert.equal((await client.patch('/settings', { organisationName: ' Het  Zonnige Huis ' })).status, 200);
  const { body } = await client.get<Answered>('/settings');
  assert.equal(body.organisationName, 'Het Zonnige Huis');
});

test('impossible values are refused at their field', async () => {
  for (const [field, value] of [
    ['organisationName', '  '],
    ['organisationName', 'x'.repeat(101)],
    ['colour', 'red'],
    ['colour', '#12345'],
    ['supportEmail', 'geen adres'],
    ['language', 'fr'],
    ['timeZone', 'Mars/Phobos'],
    ['timeZone', ''],
    ['lockAfter', 0],
    ['lockAfter', 21],
    ['lockAfter', 1.5],
    ['lockAfter', '3'],
    ['sessionIdleHours', 0],
    ['sessionMaximumDays', 366],
    ['invitationDays', 31],
    ['remindAfterDays', 0],
    ['mailKeptDays', 3651],
    ['importsKeptDays', 1.5],
    ['formerKeptMonths', 0],
    ['salutations', ['']],
    ['salutations', 'Dhr.'],
    ['passwordPolicy', { preset: 'custom', minimumLength: 7, digit: true, lower: true, upper: true }],
    ['mailServer', { ...server, host: 'mail example' }],
    ['mailServer', { ...server, port: 70_000 }],
    ['mailServer', { ...server, surprise: true }],
  ] as const) {
    const { status, body } = await admin.patch('/settings', { [field]: value });
    assert.equal(status, 400, `${field} ${JSON.stringify(value)}`);
    assert.ok(
      body.fields?.every((problem) => problem.field.split('.')[0] === field),
      JSON.stringify(body),
    );
  }
});

test('the password of the mail server is never answered, stays for the same server, and is not carried to another', async () => {
  const secret = 'Postduif-geheim-1';
  const set = await admin.patch<Answered>('/settings', { mailServer: { ...server, password: secret } });
  assert.equal(set.body.mailServer?.hasPassword, true);
  assert.ok(!set.raw.includes(secret));
  await admin.patch('/settings', { mailServer: { ...server, port: 465, security: 'tls' } });
  assert.equal(await storedPassword(), secret);
  const moved = await admin.patch<Answered>('/settings', { mailServer: { ...server, host: 'evil.example' } });
  assert.equal(moved.body.mailServer?.hasPassword, false);
  assert.equal(await storedPassword(), null);
  const { rows } = await sql`select data from audit_parts where data::text like ${`%${secret}%`}`.execute(
    world.db,
  );
  assert.equal(rows.length, 0);
  await admin.patch('/settings', { mailServer: null });
});

test('a new password alone for the mail server is written down, without the password', async () => {
  await admin.patch('/settings', { mailServer: { ...server, password: 'Postduif-1' } });
  await admin.patch('/settings', { mailServer: { ...server, password: 'Postduif-2' } });
  const { body } = await admin.get<{ items: { changes: unknown }[] }>('/audit?limit=1');
  assert.deepEqual(body.items[0]?.changes, [{ field: 'mailServer.password', from: 'old', to: 'new' }]);
  await admin.patch('/settings', { mailServer: null });
});

test('a time zone in which no administrator would be in any more is refused', async () => {
  // These two zones never have the same day.
  const late = 'Pacific/Pago_Pago';
  await admin.patch('/settings', { timeZone: 'Pacific/Kiritimati' });
  const start = today('Pacific/Kiritimati').toString();
  await sql`update staff_memberships set starts_on = ${start}::date`.execute(world.db);
  const { status, body } = await admin.patch('/settings', { timeZone: late });
  assert.deepEqual([status, body.code, body.fields?.[0]?.field], [422, 'settings.invalid', 'timeZone']);
  assert.equal((await admin.get('/session')).status, 200);
  await sql`update staff_memberships set starts_on = '2020-01-01'`.execute(world.db);
  assert.equal((await admin.patch('/settings', { timeZone: late })).status, 200);
});
