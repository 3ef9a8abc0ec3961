import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Member } from '../../contract/organisations.ts';
import type { Client } from '../../test/client.ts';
import { aPerson, countMails, readMailLink } from '../../test/people.ts';
import { openWorld, password, trySignIn, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

async function anOrganisation() {
  const { body } = await admin.post<{ id: string }>('/organisations', { name: `Huis ${randomUUID()}` });
  const person = await aPerson(world);
  const path = `/organisations/${body.id}/members`;
  await admin.post(path, { user: person.id, role: 'organisation-administrator' });
  return { id: body.id, path, boss: { ...person, client: await world.signIn(person.email) } };
}

type Organisation = Awaited<ReturnType<typeof anOrganisation>>;

/** Somebody of whom only the address is known, asked in by the administrator of this organisation. */
async function invite({ path, boss }: Organisation, email = `${randomUUID()}@zonnig.example`) {
  const answer = await boss.client.post<Member & { code?: string }>(path, { email, role: 'member' });
  assert.equal(answer.status, 201, answer.raw);
  return { id: answer.body.id, email, token: await readMailLink(admin, answer.body.id, 'activation') };
}

const visit = <Body = { code: string }>(path: string, token: string, more = {}) =>
  world.visitor().post<Body>(path, { token, ...more });
const inspect = (token: string) =>
  visit<{ state: string; mayDecline: boolean; organisations: string[]; code: string }>(
    '/links/inspect',
    token,
  );
const accept = (token: string) => visit('/activation', token, { password });
const decline = (token: string) => visit('/invitation/decline', token);
const isThere = async (email: string) =>
  (await sql`select 1 from users where email = ${email}`.execute(world.db)).rows.length > 0;
const expire = (id: string) =>
  sql`update links set expires_at = now() - interval '1 second', created_at = now() - interval '1 day'
    where user_id = ${id}`.execute(world.db);

test('whoever is asked in says no: nothing of them stays, and who invited them hears of it', async () => {
  const organisation = await anOrganisation();
  const { email, token } = await invite(organisation);
  const { body } = await inspect(token);
  assert.deepEqual([body.state, body.mayDecline, body.organisations.length], ['usable', true, 1]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => decline(token)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, ...Array(9).fill(410)]);
  assert.equal(await isThere(email), false);
  assert.equal(await countMails(world, organisation.boss.id, 'invitation-declined'), 1);
  assert.equal((await accept(token)).body.code, 'links.invalid');
  // The address is free again.
  await invite(organisation, email);
});

test('saying yes and no at the same moment is one of the two', async () => {
  const { email, token } = await invite(await anOrganisation());
  const answers = await Promise.all([accept(token), decline(token), accept(token), decline(token)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 410, 410, 410]);
  const accepted = [answers[0], answers[2]].some((answer) => answer?.status === 204);
  assert.equal(await isThere(email), accepted);
});

test('only who is nothing but invited says no: an account that somebody filled in stays', async () => {
  const made = await aPerson(world, { state: 'pending' });
  const token = await readMailLink(admin, made.id, 'activation');
  assert.equal((await inspect(token)).body.mayDecline, false);
  assert.equal((await decline(token)).body.code, 'links.invalid');
  const organisation = await anOrganisation();
  const { id, email, token: first } = await invite(organisation);
  await admin.put(`/users/${id}/roles`, { roles: ['employee'] });
  assert.equal((await decline(first)).body.code, 'links.invalid');
  const removed = await organisation.boss.client.delete(`${organisation.path}/${id}`);
  assert.equal(removed.body.code, 'members.only-organisation');
  assert.equal(await isThere(email), true);
});

test('a link tells why it does not work: changed, used, replaced, expired, revoked', async () => {
  const organisation = await anOrganisation();
  const used = await invite(organisation);
  assert.equal((await accept(used.token)).status, 204);
  assert.equal((await inspect(used.token)).body.code, 'links.used');
  const changed = `${used.token.slice(0, -1)}${used.token.endsWith('A') ? 'B' : 'A'}`;
  assert.equal((await inspect(changed)).body.code, 'links.invalid');
  const replaced = await invite(organisation);
  await organisation.boss.client.post(`${organisation.path}/${replaced.id}/resend`);
  assert.equal((await inspect(replaced.token)).body.code, 'links.replaced');
  const expired = await invite(organisation);
  await expire(expired.id);
  assert.equal((await inspect(expired.token)).body.state, 'expired');
  for (const use of [accept, decline]) assert.equal((await use(expired.token)).body.code, 'links.expired');
  const revoked = await invite(organisation);
  assert.equal((await organisation.boss.client.delete(`${organisation.path}/${revoked.id}`)).status, 204);
  assert.equal(await isThere(revoked.email), false);
  for (const use of [inspect, accept, decline]) {
    assert.equal((await use(revoked.token)).body.code, 'links.invalid');
  }
});

test('an invitation dies with the right of whoever sent it, at every door, and lives when somebody else sends it', async () => {
  const endings: ((organisation: Organisation) => Promise<unknown>)[] = [
    ({ path, boss }) => admin.patch(`${path}/${boss.id}`, { role: 'member' }),
    ({ path, boss }) => admin.delete(`${path}/${boss.id}`),
    ({ boss }) => admin.post(`/users/${boss.id}/deactivate`, { leavesOn: yesterday }),
    ({ boss }) => admin.post(`/users/${boss.id}/delete`, { acknowledged: true }),
  ];
  for (const end of endings) {
    const organisation = await anOrganisation();
    const other = await aPerson(world);
    await admin.post(organisation.path, { user: other.id, role: 'organisation-administrator' });
    const { id, token } = await invite(organisation);
    const late = await invite(organisation);
    await expire(late.id);
    await end(organisation);
    assert.equal((await inspect(token)).body.code, 'links.withdrawn');
    assert.equal((await accept(token)).body.code, 'links.invalid');
    assert.equal((await visit('/links/renew', late.token)).status, 410);
    assert.equal((await accept(late.token)).status, 410);
    const client = await world.signIn(other.email);
    assert.equal((await client.post(`${organisation.path}/${id}/resend`)).status, 200);
    assert.equal((await accept(await readMailLink(admin, id, 'activation'))).status, 204);
  }
});

const yesterday = Temporal.Now.plainDateISO().subtract({ days: 1 }).toString();

test('an expired invitation that is renewed is still that of who sent it', async () => {
  const organisation = await anOrganisation();
  const other = await aPerson(world);
  await admin.post(organisation.path, { user: other.id, role: 'organisation-administrator' });
  const { id, token } = await invite(organisation);
  await expire(id);
  assert.equal((await visit('/links/renew', token)).status, 204);
  const fresh = await readMailLink(admin, id, 'activation');
  await admin.patch(`${organisation.path}/${organisation.boss.id}`, { role: 'member' });
  assert.equal((await inspect(fresh)).body.code, 'links.withdrawn');
});

test('one address that ten ask in at once, for two organisations, is one account with two memberships', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()];
  const email = `${randomUUID()}@zonnig.example`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? one : two).boss.client.post((i % 2 ? one : two).path, { email, role: 'member' }),
    ),
  );
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  const { rows } = await sql`
    select 1 from users u join members m on m.user_id = u.id where u.email = ${email}`.execute(world.db);
  assert.equal(rows.length, 2);
});

test('an invitation that one organisation withdraws holds for the other', async () => {
  const [one, two] = [await anOrganisation(), await anOrganisation()];
  const { id, email } = await invite(one);
  await invite(two, email);
  assert.equal((await two.boss.client.delete(`${two.path}/${id}`)).status, 204);
  const token = await readMailLink(admin, id, 'activation');
  assert.equal((await accept(token)).status, 204);
  assert.equal((await trySignIn(world.visitor(), email, password)).status, 200);
});

test('asking in again whoever stands there as pending sends a new mail instead of a refusal', async () => {
  const organisation = await anOrganisation();
  const { id, email, token } = await invite(organisation);
  const again = await organisation.boss.client.post<Member>(organisation.path, { email, role: 'editor' });
  assert.deepEqual([again.status, again.body.id, again.body.role.key], [201, id, 'editor']);
  assert.equal((await inspect(token)).body.code, 'links.replaced');
});

test('while inviting is switched off an address that is elsewhere answers like one that is nowhere', async () => {
  const [mine, other] = [await anOrganisation(), await anOrganisation()];
  const known = await invite(other);
  await admin.patch('/settings', { organisationsMayInvite: false });
  const ask = (email: string) => mine.boss.client.post(mine.path, { email, role: 'member' });
  const [here, nowhere] = [await ask(known.email), await ask(`${randomUUID()}@zonnig.example`)];
  await admin.patch('/settings', { organisationsMayInvite: true });
  assert.deepEqual([here.status, here.raw], [403, nowhere.raw]);
});

test('a request is made once, for nobody who is there already, and approving what happened meanwhile is fine', async () => {
  const organisation = await anOrganisation();
  const path = `/organisations/${organisation.id}/requests`;
  const email = `${randomUUID()}@zonnig.example`;
  const asks = await Promise.all(
    Array.from({ length: 5 }, () =>
      organisation.boss.client.post<{ id: string; code: string }>(path, { email, role: 'member' }),
    ),
  );
  assert.deepEqual(asks.map(({ status }) => status).sort(), [201, 409, 409, 409, 409]);
  await invite(organisation, email);
  const refused = await organisation.boss.client.post(path, { email, role: 'member' });
  assert.equal(refused.body.code, 'members.already');
  const id = asks.find(({ status }) => status === 201)?.body.id;
  assert.equal((await admin.post(`/requests/${id}/decision`, { approved: true })).status, 200);
  assert.equal(await countMails(world, organisation.boss.id, 'request-decided'), 1);
});
