import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { groupKinds } from '../../contract/groups.ts';
import { isPhone } from '../../contract/phones.ts';
import { openTestDatabase } from '../../test/database.ts';
import { nobody } from '../act/actor.ts';
import { walkChain } from '../audit/verify-audit.ts';
import type { Database } from '../db/connect.ts';
import { getOverviewAct } from '../directory/get-overview.ts';
import { listGroupsAct } from '../groups/list-groups.ts';
import { claimInstallation } from '../setup/claim-installation.ts';
import { previewDemoAct, removeDemoAct } from '../setup/remove-demo.ts';
import { identify } from '../sign-in/identify.ts';
import { fillDemo } from './fill-demo.ts';

const claim = {
  organisationName: 'Kantoor Noord',
  firstName: 'Hanna',
  lastName: 'Proefpersoon',
  email: 'hanna@proef.example',
  password: 'Kmrt-hwqz-4827',
  language: 'nl' as const,
};

let database: Database;
let administrator: Awaited<ReturnType<typeof claimInstallation>>;

before(async () => {
  database = await openTestDatabase();
  administrator = await claimInstallation(database.db, nobody('nl'), claim, null);
  await fillDemo(database.db);
});
after(() => database.close());

async function actor() {
  return (
    await identify(database.db, { session: administrator.token }, 'nl', { address: null, device: null })
  ).actor;
}

function people() {
  return database.db.selectFrom('users').selectAll().where('is_demo', '=', true).orderBy('number').execute();
}

test('the demo has people in every state', async () => {
  const { locked, pending, pendingExpired, starting, leavingSoon, waitingMail, billed, unbilled, demo } =
    await getOverviewAct(database.db, await actor(), {});
  assert.deepEqual(
    { locked, pending, pendingExpired, starting, leavingSoon, waitingMail, demo },
    {
      locked: 5,
      pending: 15,
      pendingExpired: 9,
      starting: 6,
      leavingSoon: 8,
      waitingMail: waitingMail,
      demo: true,
    },
  );
  assert.equal((billed ?? 0) + (unbilled ?? 0), 251);
  assert.ok((waitingMail ?? 0) >= 6);
  const found = await people();
  assert.equal(found.length, 250);
  assert.equal(found.filter((user) => user.is_admin).length, 3);
  assert.equal(found.filter((user) => user.state === 'deactivated').length, 30);
});

test('nothing about them lies in an order in which it cannot have happened', async () => {
  const now = Temporal.Now.instant();
  for (const { created_at, activated_at, last_sign_in_at, locked_at } of await people()) {
    const moments = [created_at, activated_at, last_sign_in_at, now].filter((moment) => moment !== null);
    assert.deepEqual(moments.toSorted(Temporal.Instant.compare), moments);
    if (locked_at && last_sign_in_at) assert.ok(Temporal.Instant.compare(last_sign_in_at, locked_at) <= 0);
  }
});

test('their addresses belong to nobody and their numbers could be dialled', async () => {
  for (const { email, phone, mobile } of await people()) {
    assert.match(email, /@[a-z.-]+\.example$/);
    for (const number of [phone, mobile]) assert.ok(number === null || isPhone(number), `${number}`);
  }
});

test('their names are of many kinds', async () => {
  const names = (await people()).map((user) => `${user.first_name}|${user.infix ?? ''}|${user.last_name}`);
  for (const kind of [/\|van der\|/, /\|van 't\|/, /\|O'/, /Ş/, /ễ/, /Ł/, /-/, /ø/, /\|IJ/]) {
    assert.ok(
      names.some((name) => kind.test(name)),
      `${kind}`,
    );
  }
});

test('some have several roles and some none', async () => {
  const { rows } = await database.db
    .selectFrom('users as u')
    .leftJoin('role_assignments as a', 'a.user_id', 'u.id')
    .select((eb) => ['u.id', eb.fn.count<number>('a.role_id').as('roles')])
    .where('u.is_demo', '=', true)
    .groupBy('u.id')
    .execute()
    .then((rows) => ({ rows }));
  assert.ok(rows.filter((row) => row.roles === 0).length >= 5);
  assert.ok(rows.filter((row) => row.roles >= 2).length >= 25);
});

test('there are groups of every kind, each with people and a manager', async () => {
  const { items } = await listGroupsAct(database.db, await actor(), { limit: 200 });
  assert.deepEqual(new Set(items.map(({ kind }) => kind)), new Set(groupKinds));
  for (const { name, members, managers } of items) assert.ok(members >= 3 && managers === 1, name);
});

test('who was added by hand and belongs to it is named before it goes, and belongs somewhere afterwards', async () => {
  const { db } = database;
  const who = await actor();
  const demo = await db.selectFrom('organisations').select('id').where('is_demo', '=', true).execute();
  const admin = await db
    .selectFrom('users')
    .select(['id', 'first_name'])
    .where('email', '=', claim.email)
    .executeTakeFirstOrThrow();
  const before = await db.selectFrom('members').selectAll().where('user_id', '=', admin.id).execute();
  await db
    .updateTable('members')
    .set({ organisation_id: demo[0]?.id ?? '' })
    .where('user_id', '=', admin.id)
    .execute();
  const { people, count, homeless } = await previewDemoAct(db, who, {});
  assert.deepEqual([people.length, count, homeless], [1, 1, 1]);
  assert.ok(people[0]?.startsWith(admin.first_name));
  await db
    .transaction()
    .execute(async (transaction) => {
      await removeDemoAct(transaction, who, {});
      const now = await transaction
        .selectFrom('members')
        .select('organisation_id')
        .where('user_id', '=', admin.id)
        .execute();
      assert.deepEqual(now, [{ organisation_id: before[0]?.organisation_id }]);
      throw new Error('undone');
    })
    .catch((error: Error) => assert.equal(error.message, 'undone'));
  await db
    .updateTable('members')
    .set({ organisation_id: before[0]?.organisation_id ?? '' })
    .where('user_id', '=', admin.id)
    .execute();
});

test('removing it takes exactly the made-up people, and the audit log is still sound', async () => {
  assert.deepEqual(await removeDemoAct(database.db, await actor(), {}), { removed: 250 });
  const left = await database.db.selectFrom('users').select('email').execute();
  assert.deepEqual(left, [{ email: claim.email }]);
  for (const table of [
    'mails',
    'links',
    'role_assignments',
    'former_users',
    'groups',
    'group_members',
  ] as const) {
    assert.deepEqual(await database.db.selectFrom(table).selectAll().execute(), [], table);
  }
  const organisations = await database.db.selectFrom('organisations').select('name').execute();
  assert.deepEqual(organisations, [{ name: claim.organisationName }]);
  assert.equal((await walkChain(database.db)).sound, true);
  await assert.rejects(removeDemoAct(database.db, await actor(), {}), { code: 'setup.no-demo' });
});
