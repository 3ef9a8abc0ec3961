import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ical from 'ical.js';
import { sql } from 'kysely';
import type { Colleague } from '../../contract/people.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { aPicture, sendPhoto } from '../../test/pictures.ts';
import { aRole, giveOwnRole } from '../../test/rights.ts';
import { openWorld, type World } from '../../test/world.ts';

type Page = { items: Colleague[]; nextCursor: string | null; total: { count: number; exact: boolean } };
type Id = { id: string };

let world: World;
let admin: Client;
let employee: Client;
let me: Made;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  me = await aPerson(world, { roles: ['employee'], firstName: 'Zelf', lastName: 'Eigen' });
  employee = await world.signIn(me.email);
});
after(() => world.close());

async function list(client: Client, query = ''): Promise<Page> {
  const { status, body, raw } = await client.get<Page>(`/people${query}`);
  assert.equal(status, 200, raw);
  return body;
}

const yesterday = () => Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ days: 1 }).toString();
const idsOf = ({ items }: Page) => items.map(({ id }) => id);

test('in it stands who is here today, also before they chose a password; not who left or has yet to begin', async () => {
  const states = ['active', 'pending', 'starting', 'deactivated'] as const;
  const people = await Promise.all(
    states.map(async (state) => [state, await aPerson(world, { state, lastName: 'Staten' })] as const),
  );
  const listed = idsOf(await list(employee, '?search=staten'));
  for (const [state, { id }] of people) {
    const here = state === 'active' || state === 'pending';
    assert.equal(listed.includes(id), here, state);
    const card = await employee.get(`/people/${id}`);
    assert.equal(card.status, here ? 200 : 404, state);
    assert.equal((await employee.get(`/people/${id}/contact.vcf`)).status, card.status, state);
  }
  await admin.post(`/users/${people[0]?.[1].id}/deactivate`, { leavesOn: yesterday() });
  assert.equal((await list(employee, '?search=staten')).total.count, 1);
});

test('it goes by last name, page after page, each person once', async () => {
  for (const lastName of ['Ceder', 'Appel', 'Beuk']) await aPerson(world, { firstName: 'Boom', lastName });
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await list(employee, `?search=boom&limit=1${cursor && `&cursor=${cursor}`}`);
    pages.push(...page.items.map(({ lastName }) => lastName));
    assert.equal(page.total.count, 3);
    cursor = page.nextCursor;
  }
  assert.deepEqual(pages, ['Appel', 'Beuk', 'Ceder']);
  assert.equal((await employee.get('/people?cursor=x')).body.code, 'request.bad-cursor');
});

test('it is narrowed by team and organisation, and tells both of everybody', async () => {
  const team = await admin.post<Id>('/groups', { kind: 'team', name: 'Tuinploeg' });
  const group = await admin.post<Id>('/groups', { kind: 'group', name: 'Lezers' });
  const organisation = await admin.post<Id>('/organisations', { name: 'Het Buitenhuis' });
  const gardener = await aPerson(world, { lastName: 'Tuinder' });
  for (const { body } of [team, group]) {
    await admin.post(`/groups/${body.id}/members`, { users: [gardener.id] });
  }
  await admin.post(`/organisations/${organisation.body.id}/members`, { user: gardener.id, role: 'member' });
  for (const query of [`?team=${team.body.id}`, `?organisation=${organisation.body.id}`]) {
    const { items, total } = await list(employee, query);
    assert.deepEqual(total, { count: 1, exact: true });
    assert.deepEqual(items[0]?.teams, [{ id: team.body.id, name: 'Tuinploeg' }]);
    assert.ok(items[0]?.organisations.some(({ name }) => name === 'Het Buitenhuis'));
  }
  const choices =
    await employee.get<Record<'teams' | 'organisations', { name: string }[]>>('/people/choices');
  assert.deepEqual(
    choices.body.teams.map(({ name }) => name),
    ['Tuinploeg'],
  );
  assert.ok(choices.body.organisations.some(({ name }) => name === 'Het Buitenhuis'));
});

test('whoever has the right in one organisation sees its people, and of them no other organisation', async () => {
  const here = await admin.post<Id>('/organisations', { name: 'Hier' });
  const there = await admin.post<Id>('/organisations', { name: 'Daar' });
  const both = await aPerson(world, { lastName: 'Beide' });
  const other = await aPerson(world, { lastName: 'Ander' });
  const reader = await aPerson(world, { lastName: 'Lezer' });
  const role = await aRole(world, ['people.view'], 'organisation');
  const join = (organisation: string, user: string, as = 'member') =>
    admin.post(`/organisations/${organisation}/members`, { user, role: as });
  await sql`delete from members where user_id = any(${[both.id, other.id, reader.id]}::uuid[])`.execute(
    world.db,
  );
  await join(here.body.id, both.id);
  await join(there.body.id, both.id);
  await join(there.body.id, other.id);
  await join(here.body.id, reader.id, role);
  const client = await world.signIn(reader.email);
  const { items } = await list(client);
  assert.deepEqual(
    items.map(({ lastName, organisations }) => [lastName, organisations.map(({ name }) => name)]),
    [
      ['Beide', ['Hier']],
      ['Lezer', ['Hier']],
    ],
  );
  assert.deepEqual(idsOf(await list(client, `?organisation=${there.body.id}`)), []);
  assert.equal((await client.get(`/people/${other.id}`)).status, 404);
  assert.equal((await client.get(`/people/${other.id}/contact.vcf`)).status, 404);
});

test('it says whose page the reader may open, which no right in the directory gives', async () => {
  const colleague = await aPerson(world, { lastName: 'Beheerd' });
  const manageable = async (client: Client) =>
    (await client.get<Colleague>(`/people/${colleague.id}`)).body.manageable;
  assert.equal(await manageable(employee), false);
  assert.equal((await employee.get(`/users/${colleague.id}`)).status, 403);
  assert.equal(await manageable(admin), true);
  const both = await aPerson(world, {});
  await giveOwnRole(world, both, ['people.view', 'users.view']);
  assert.equal(await manageable(await world.signIn(both.email)), true);
});

test('the contact card holds what other programs ask for, with the photo, and no name breaks out of it', async () => {
  const nasty = 'Punt;komma,\\schuin';
  const person = await aPerson(world, { firstName: 'Ömer', lastName: nasty });
  const input = { infix: 'van den', jobTitle: 'Hoofd, ICT', phone: '070 123 45 67', mobile: '06 12345678' };
  assert.equal((await admin.patch(person.path, input)).status, 200);
  await sendPhoto(admin, `${person.path}/photo`, await (await aPicture(600, 600)).png().toBuffer());
  const { headers, raw } = await employee.get(`/people/${person.id}/contact.vcf`);
  assert.equal(headers['content-type'], 'text/vcard; charset=utf-8');
  assert.match(String(headers['content-disposition']), /^attachment; filename="omer-van-den-[a-z-]+\.vcf"$/);
  assert.match(raw, /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
  assert.match(raw, /\r\nEND:VCARD\r\n$/);
  for (const line of raw.split('\r\n'))
    assert.ok(Buffer.byteLength(line) <= 76 && !/[\r\n]/.test(line), line);
  const [, properties] = ical.parse(raw) as [string, [string, Record<string, unknown>, string, unknown][]];
  const read = Object.fromEntries(
    properties.map(([name, parameters, , value]) => [name, [value, parameters]]),
  );
  assert.deepEqual(read.n?.[0], [`van den ${nasty}`, 'Ömer', '', '', '']);
  assert.match(raw, /\r\nFN:Ömer van den Punt\\;komma\\,\\\\schuin\r\n/);
  assert.equal(read.title?.[0], 'Hoofd, ICT');
  assert.deepEqual(read.email, [person.email, { type: ['INTERNET', 'WORK'] }]);
  assert.deepEqual(
    properties.filter(([name]) => name === 'tel').map(([, { type }, , value]) => [type, value]),
    [
      [['WORK', 'VOICE'], '070 123 45 67'],
      [['CELL', 'VOICE'], '06 12345678'],
    ],
  );
  const photo = Buffer.from(String(read.photo?.[0]), 'base64');
  assert.deepEqual([photo[0], photo[1], photo.at(-1)], [0xff, 0xd8, 0xd9]);
});

test('one stands in it oneself', async () => {
  assert.deepEqual(idsOf(await list(employee, '?search=eigen')), [me.id]);
});
