import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calls } from '../../contract/calls.ts';
import { type Endpoint, inputInQuery, pathNames } from '../../contract/endpoint.ts';
import { newId } from '../../server/lib/ids.ts';
import type { Client } from '../client.ts';
import { fittingInput } from '../fitting-input.ts';
import { idPlaces, type Place, putAt } from '../id-places.ts';
import { type Ids, type Kind, marker, openTwoOrganisations } from '../two-organisations.ts';
import { formWith } from '../upload.ts';
import { openWorld, type World } from '../world.ts';

/**
 * Whoever administrates one organisation learns nothing of another: no call tells an id of the other from one that
 * does not exist, and nothing that happens there changes an answer.
 */

let world: World;
let admin: Client;
let two: Awaited<ReturnType<typeof openTwoOrganisations>>;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  two = await openTwoOrganisations(world, admin);
});
after(() => world.close());

const nouns: Record<string, Kind> = {
  users: 'user',
  organisations: 'organisation',
  requests: 'request',
  mail: 'mail',
  groups: 'group',
  roles: 'role',
  activities: 'activity',
  skills: 'skill',
  shifts: 'shift',
  imports: 'import',
  bulk: 'run',
  views: 'view',
  people: 'user',
  'personnel-files': 'personnel file',
  'personnel-file-runs': 'file run',
};

const named: Record<Place, Kind> = {
  user: 'user',
  'users[]': 'user',
  member: 'user',
  actor: 'user',
  organisation: 'organisation',
  'organisation[]': 'organisation',
  'organisations[].id': 'organisation',
  session: 'session',
  passkey: 'passkey',
  token: 'token',
  'group[]': 'group',
  'groups[]': 'group',
  'act.groups[]': 'group',
  'people.users[]': 'user',
  'people.matching.organisation[]': 'organisation',
  'people.matching.group[]': 'group',
  mailbox: 'group',
  membership: 'period',
  team: 'team',
  file: 'personnel file',
  activity: 'activity',
  'team[]': 'group',
  'activity[]': 'activity',
  'activities[]': 'activity',
  'skill[]': 'skill',
  'skills[].skill': 'skill',
  'alarmTo[]': 'user',
  'groups.delete members': 'group',
  'organisations.delete successor': 'organisation',
  'roles.delete successor': 'role',
};

/** What stands beside an id where the shape asks for more. */
const beside: Record<Place, object> = {
  'organisations[].id': { role: 'member' },
  'skills[].skill': { level: 50 },
  'act.groups[]': { deed: 'add-to-groups' },
};

/** What a place stands instead of. */
const instead: Record<Place, string> = { 'members.add user': 'email' };

/** Whose id a place takes. A call that puts one somewhere new has to be told of here. */
function kindOf(call: Endpoint, place: Place): Kind {
  const kind =
    place === 'id' ? nouns[call.path.split('/')[1] ?? ''] : (named[`${call.name} ${place}`] ?? named[place]);
  assert.ok(
    kind,
    `${call.name} takes an id at “${place}”: test/api/two-organisations.test.ts must know of what`,
  );
  return kind;
}

const withIds = calls
  .map((call) => ({ call, places: idPlaces(call) }))
  .filter(({ places }) => places.length > 0);

/** The input of a call with an id at each of these places. */
function inputWith(call: Endpoint, ids: Partial<Record<Place, string>>): Record<string, unknown> {
  const replaced = Object.keys(ids).map((place) => instead[`${call.name} ${place}`]);
  const fitting = Object.entries(fittingInput[call.name] ?? {}).filter(([name]) => !replaced.includes(name));
  return Object.entries(ids).reduce<object>(
    (input, [place, id]) => putAt(input, place, id ?? '', beside[place]),
    Object.fromEntries(fitting),
  ) as Record<string, unknown>;
}

async function make(client: Client, call: Endpoint, input: Record<string, unknown>) {
  const inPath = pathNames(call.path);
  const path = inPath.reduce((known, name) => known.replace(`:${name}`, String(input[name])), call.path);
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const query = new URLSearchParams(
    rest.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  );
  if (call.upload) {
    const { body, headers } = formWith('x');
    return client.send(call.method, `/api/v1${path}`, body, headers);
  }
  return inputInQuery(call.method)
    ? client.send(call.method, `/api/v1${path}?${query}`)
    : client.send(call.method, `/api/v1${path}`, Object.fromEntries(rest));
}

/** Where a call cannot do without an id. */
function neededPlaces(call: Endpoint): Place[] {
  const required = idPlaces(call).filter(
    (place) => call.input.shape[place]?.safeParse(undefined).success === false,
  );
  return [...new Set([...pathNames(call.path), ...required])];
}

/** Own ids where there have to be any, and one more place. */
function asked(call: Endpoint, place: Place, id: string): Record<string, unknown> {
  const path = neededPlaces(call).map((name) => [name, two.own[kindOf(call, name)]] as const);
  return inputWith(call, { ...Object.fromEntries(path), [place]: id });
}

test('every place of an id in the contract is known', () => {
  assert.ok(withIds.length > 40);
  for (const { call, places } of withIds) for (const place of places) kindOf(call, place);
  for (const call of calls) {
    for (const name of pathNames(call.path)) assert.ok(idPlaces(call).includes(name), `${call.name} ${name}`);
  }
});

/** Belong to the whole installation: nothing of them is foreign. */
const everybodys: readonly Kind[] = [
  'group',
  'role',
  'activity',
  'team',
  'skill',
  'personnel file',
  'file run',
];

for (const { call, places } of withIds) {
  test(`${call.name} answers ids of another organisation like ids that do not exist`, async () => {
    for (const [who, client] of Object.entries(two.readers)) {
      const ways = places
        .filter((place) => !everybodys.includes(kindOf(call, place)))
        .map((place) => (ids: Ids) => asked(call, place, ids[kindOf(call, place)]));
      const all = (ids: Ids) =>
        inputWith(call, Object.fromEntries(places.map((place) => [place, ids[kindOf(call, place)]])));
      for (const inputFor of places.length > 1 ? [...ways, all] : ways) {
        const unknown = Object.fromEntries(
          Object.entries(two.own).map(([kind, id]) => [
            kind,
            everybodys.includes(kind as Kind) ? id : newId(),
          ]),
        ) as Ids;
        const foreign = await answerTo(client, call, inputFor, {
          ...two.foreign,
          ...Object.fromEntries(everybodys.map((kind) => [kind, two.own[kind]])),
        });
        assert.deepEqual(foreign, await answerTo(client, call, inputFor, unknown), who);
        assertTellsNothing(foreign.text, `${call.name} ${who}`);
      }
    }
  });
}

async function answerTo(
  client: Client,
  call: Endpoint,
  inputFor: (ids: Ids) => Record<string, unknown>,
  ids: Ids,
) {
  const { status, raw, headers } = await make(client, call, inputFor(ids));
  assert.ok(status < 500 && status !== 400, raw);
  const text = Object.entries(ids).reduce((known, [kind, id]) => known.replaceAll(id, `<${kind}>`), raw);
  return { status, text, type: headers['content-type'] };
}

function assertTellsNothing(raw: string, what: string): void {
  assert.ok(!raw.toLowerCase().includes(marker), `${what}: ${raw}`);
  for (const kind of ['user', 'organisation', 'request', 'mail', 'session', 'token'] as const) {
    assert.ok(!raw.includes(two.foreign[kind]), `${what}: ${raw}`);
  }
}

/** Times of their own sessions go on while they read. */
const moving = ['me.sessions'];

/** What one reads of oneself tells of each reading before. */
const ofReading = /^me\.personal-data/;

const reading = calls.filter(({ name, method }) => method === 'GET' && !moving.includes(name));

async function readEverything(): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const [who, client] of Object.entries(two.readers)) {
    for (const call of reading) {
      for (const user of [two.own.user, two.both]) {
        const path = neededPlaces(call).map((name) => {
          const kind = kindOf(call, name);
          return [name, kind === 'user' ? user : two.own[kind]] as const;
        });
        const input = inputWith(call, Object.fromEntries(path));
        const searches = 'search' in call.input.shape ? [{}, { search: marker }] : [{}];
        const filters =
          'organisation' in call.input.shape && call.path === '/users' ? [two.foreign.organisation] : [];
        const asks = [...searches, ...filters.map((organisation) => ({ organisation }))];
        for (const more of 'email' in call.input.shape ? [{ email: `${marker}@zonnig.example` }] : asks) {
          const { raw } = await make(client, call, { ...input, ...more });
          read.set(`${call.name} ${who} ${JSON.stringify({ ...input, ...more })}`, raw);
        }
      }
    }
  }
  return read;
}

test('no list, count, search, export, page or history tells of another organisation, nor of what happens there', async () => {
  const before = await readEverything();
  for (const [what, raw] of before) {
    // What they searched for comes back to them as found by nobody.
    assertTellsNothing(raw.replaceAll(`"notFound":["${marker}"]`, ''), what);
  }
  const { organisation, user, group, role, request } = two.foreign;
  const path = `/organisations/${organisation}/members`;
  const leavesOn = Temporal.Now.plainDateISO().subtract({ days: 1 }).toString();
  for (const email of [`${marker}.een@zonnig.example`, `${marker}.twee@zonnig.example`]) {
    assert.equal((await admin.post(path, { email, role: 'organisation-administrator' })).status, 201);
  }
  assert.equal((await admin.patch(`${path}/${two.both}`, { role: 'editor' })).status, 200);
  assert.equal((await admin.post(`/groups/${two.own.group}/members`, { users: [user] })).status, 200);
  assert.equal((await admin.put(`/users/${user}/roles`, { roles: [role, 'help-desk'] })).status, 200);
  assert.equal((await admin.post(`/groups/${group}/message`, { subject: marker, text: marker })).status, 200);
  assert.equal((await admin.post(`/requests/${request}/decision`, { approved: false })).status, 200);
  assert.equal((await admin.post(`/users/${user}/deactivate`, { leavesOn })).status, 200);
  const now = await readEverything();
  for (const [what, raw] of before) {
    if (ofReading.test(what)) assertTellsNothing(now.get(what) ?? '', what);
    else assert.equal(now.get(what), raw, what);
  }
});
