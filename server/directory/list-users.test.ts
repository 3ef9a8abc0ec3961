import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { emailKey, isEmail, normaliseEmail } from '../../contract/emails.ts';
import { organisationRoles } from '../../contract/permissions.ts';
import { parseTerms, wordsOf } from '../../contract/search-terms.ts';
import { userStates } from '../../contract/user-shapes.ts';
import { listUsers, type UserSort, userSorts } from '../../contract/users.ts';
import { openTestDatabase } from '../../test/database.ts';
import { type Actor, nobody, system } from '../act/actor.ts';
import type { Database } from '../db/connect.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { countStates } from './count-circles.ts';
import { insertPeople, refreshCounts } from './directory.fixtures.ts';
import { ask, findRows, textsOf, walkOf } from './find-page.ts';
import { gatherPeople, searchSource, walkPeople } from './find-people.sql.ts';
import { type ListOrder, orderOf, type Place, valueText } from './list-order.ts';
import { listUsersAct } from './list-users.ts';
import { isIndexed } from './search-plan.ts';
import { skipToPeople } from './skip-stretches.sql.ts';
import { sumUpStretches } from './sum-up-stretches.ts';

let database: Database;
let people: Person[];

type Person = {
  id: string;
  state: string;
  billed: boolean;
  locked: boolean;
  admin: boolean;
  search_text: string;
  sort_key: string;
  email_key: string;
  last_sign_in_at: string;
  created_at: string;
  leaves_on: string | null;
  two_factor_on: boolean;
  roles: string[];
  organisations: string[];
  groups: string[];
};

/** An administrator of the first, or of the first two organisations; they belong to none. */
let administrators: Actor[];
let organisations: string[];
let groups: string[];

before(async () => {
  database = await openTestDatabase();
  await ensureToday(database.db);
  await insertPeople(database.db, 400, { seed: 7 });
  await sql`update users set first_name = 'Per_cent%', search_text = 'per_cent% o\\neil' || E'\n' || 'x_y@voorbeeld.nl',
    sort_key = E'zz\tper', is_admin = true where number = (select min(number) + 3 from users)`.execute(
    database.db,
  );
  await insertCircles();
  await refreshCounts(database.db);
  people = await readPeople();
});
after(() => database.close());

/** Three organisations, two groups that overlap, one of them left by some, and roles that have come to an end. */
async function insertCircles() {
  const { db } = database;
  await sql`insert into groups (id, kind, name, name_key)
    select gen_random_uuid(), 'team', n, n from unnest(array['a', 'b']) n`.execute(db);
  await sql`insert into group_members (group_id, user_id, since, until)
    select g.id, u.id, '2020-01-01', case hashint8(number) % 4 when 0 then current_date - 5 when 1 then current_date + 5 end
    from groups g join users u on hashint8(number + ascii(g.name)) % 3 = 0`.execute(db);
  await sql`update users set two_factor_on = true where number % 11 = 0`.execute(db);
  await sql`update role_assignments set ends_on = current_date - 3 where hashtext(user_id::text) % 7 = 0`.execute(
    db,
  );
  const idsOf = async (table: 'organisations' | 'groups', most: number) =>
    (await db.selectFrom(table).select('id').orderBy('name_key').limit(most).execute()).map(({ id }) => id);
  organisations = await idsOf('organisations', 3);
  groups = await idsOf('groups', 2);
  const { rows } = await sql<{ id: string }>`select id from users u
    where not exists (select from members m where m.user_id = u.id) order by number limit 1`.execute(db);
  const userId = rows[0]?.id ?? '';
  const rights = new Set(organisationRoles['organisation-administrator']);
  administrators = [1, 2].map((count) => ({
    ...nobody('en'),
    kind: 'user',
    userId,
    scoped: new Map(organisations.slice(0, count).map((id) => [id, rights])),
  }));
}

async function readPeople(): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select id, state, billed, locked_at is not null as locked, is_admin as admin, search_text, sort_key, email_key,
      case when last_sign_in_at = '-infinity' then '' else to_char(last_sign_in_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') end as last_sign_in_at,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as created_at,
      case when standing = 'present' then leaves_on::text end as leaves_on,
      two_factor_on,
      array(select r.key from role_assignments a join roles r on r.id = a.role_id
        where a.user_id = users.id and (ends_on is null or ends_on >= current_date)) as roles,
      array(select organisation_id::text from members m where m.user_id = users.id) as organisations,
      array(select group_id::text from group_members g
        where g.user_id = users.id and (until is null or until >= current_date)) as groups
    from users`.execute(database.db);
  return rows;
}

const actor = system('en');
type Query = Record<string, unknown> & { sort?: UserSort; search?: string };

function list(query: Query, asker = actor) {
  return listUsersAct(database.db, asker, listUsers.input.parse(query));
}

async function listAll(
  query: Query,
  limit: number,
  { asker = actor, between = async () => {} }: { asker?: Actor; between?: () => Promise<void> } = {},
) {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ ...query, limit, ...(cursor ? { cursor } : {}) }, asker);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    await between();
  } while (cursor);
  return ids;
}

function sees(asker: Actor): Person[] {
  const overlaps = ({ organisations: of }: Person) => of.some((id) => asker.scoped.has(id));
  return asker.admin ? people : people.filter((person) => person.id === asker.userId || overlaps(person));
}

function matches(person: Person, term: string, among = people): boolean {
  const key = emailKey(term);
  const owned = isEmail(normaliseEmail(term)) && among.some(({ email_key }) => email_key === key);
  return owned ? person.email_key === key : wordsOf(term).every((word) => person.search_text.includes(word));
}

function expected(query: Query, today: string, asker = actor): Person[] {
  const terms = parseTerms(query.search ?? '').terms;
  const roles = query.role as string[] | undefined;
  const seen = sees(asker);
  const among = (asked: unknown, has: string[]) =>
    asked === undefined || has.some((id) => (asked as string[]).includes(id));
  const known = ({ organisations: of }: Person) => of.filter((id) => asker.admin || asker.scoped.has(id));
  const found = seen.filter(
    (person) =>
      (terms.length === 0 || terms.some((term) => matches(person, term, seen))) &&
      among(query.organisation, known(person)) &&
      among(query.group, person.groups) &&
      (query.twoFactor === undefined || person.two_factor_on) &&
      (query.billed === undefined || person.billed === query.billed) &&
      (query.locked === undefined || person.locked === query.locked) &&
      (query.admin === undefined || person.admin === query.admin) &&
      (query.status === undefined || (query.status as string[]).includes(person.state)) &&
      (query.neverSignedIn === undefined || (person.last_sign_in_at === '') === query.neverSignedIn) &&
      (query.leavesWithin === undefined ||
        (person.leaves_on !== null &&
          person.leaves_on <=
            Temporal.PlainDate.from(today)
              .add({ days: query.leavesWithin as number })
              .toString())) &&
      (roles === undefined ||
        (roles.includes('none') && person.roles.length === 0) ||
        person.roles.some((role) => roles.includes(role))),
  );
  const sort = query.sort ?? 'name';
  const column = columns[sort.replace('-', '') as keyof typeof columns];
  const sign = sort.startsWith('-') ? -1 : 1;
  return found.sort((a, b) => sign * (compare(a[column], b[column]) || compare(a.id, b.id)));
}

const columns = {
  name: 'sort_key',
  email: 'email_key',
  lastSignIn: 'last_sign_in_at',
  createdAt: 'created_at',
} as const;

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const sorts = [...userSorts, ...userSorts.map((sort) => `-${sort}` as const)];

const piece = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 })).map(([person, start, length]) => {
  const text = people[person % people.length]?.search_text.replaceAll('\n', ' ') ?? '';
  return text.slice(start % text.length, (start % text.length) + length);
});
const address = fc.nat().map((person) => people[person % people.length]?.email_key ?? '');
const term = fc.oneof(
  { weight: 5, arbitrary: piece },
  { weight: 2, arbitrary: fc.tuple(piece, piece).map((pieces) => pieces.join(' ')) },
  { weight: 2, arbitrary: address },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'x',
      '%',
      '_',
      'per_cent%',
      'o\\neil',
      'x_y@',
      'nobody at all',
      'n@voorbeeld.nl',
    ),
  },
);
/** Some of what there is once the test runs, at least one. */
const some = (all: () => string[]) =>
  fc.nat().map((bits) => {
    const chosen = all().filter((_, index) => (bits >> index) % 2 === 1);
    return chosen.length > 0 ? chosen : all().slice(0, 1);
  });
const query = fc.record(
  {
    search: fc.array(term, { minLength: 1, maxLength: 6 }).map((terms) => terms.join(', ')),
    billed: fc.boolean(),
    locked: fc.boolean(),
    admin: fc.boolean(),
    status: fc.subarray([...userStates], { minLength: 1 }),
    neverSignedIn: fc.boolean(),
    leavesWithin: fc.integer({ min: 0, max: 100 }),
    role: fc.subarray(['employee', 'planner', 'supervisor', 'auditor', 'none', 'unknown'], { minLength: 1 }),
    organisation: some(() => [...organisations, 'b0000000-0000-4000-8000-000000000000']),
    group: some(() => [...groups, ...organisations.slice(0, 1)]),
    twoFactor: fc.constant(['on', 'on-and-required']),
    sort: fc.constantFrom(...sorts),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Query>;

test('every search, filter and order finds whom a plain reading of the data finds, page after page', async () => {
  const today = await ensureToday(database.db);
  await fc.assert(
    fc.asyncProperty(query, fc.integer({ min: 17, max: 200 }), fc.nat(4), async (asked, limit, who) => {
      const asker = administrators[who] ?? actor;
      const seen = sees(asker);
      const right = expected(asked, today, asker).map(({ id }) => id);
      assert.deepEqual(await listAll(asked, limit, { asker }), right);
      const { total, notFound, tabs } = await list({ ...asked, limit }, asker);
      assert.deepEqual(total, { count: right.length, exact: true });
      assert.equal(tabs.billed, seen.filter(({ billed }) => billed).length);
      assert.equal(tabs.billed + tabs.unbilled, seen.length);
      const terms = parseTerms(asked.search ?? '').terms;
      assert.deepEqual(
        notFound,
        terms.filter((one) => !seen.some((person) => matches(person, one, seen))),
      );
    }),
    { numRuns: 150 },
  );
});

test('all ways to a page find the same, whatever is summed up of the list', async () => {
  const states = ['nothing is', 'all is', 'much is new', 'some is new', 'borders are gone', 'all is again'];
  for (const state of states) {
    if (state === 'all is') await sumUpStretches(database.db, undefined, { people: 20, from: 0 });
    if (state === 'much is new') await insertPeople(database.db, 300, { after: 400 });
    if (state === 'some is new') {
      await sumUpStretches(database.db, undefined, { people: 20, from: 0 });
      await sql`update users set search_text = 'xylofoon', sort_key = 'qq' || id
        where id in (select id from users order by id limit 5)`.execute(database.db);
    }
    if (state === 'borders are gone') {
      const { rows } = await sql<{ id: string; sort_key: string }>`select id, sort_key from users
        where sort_key in (select from_key from search_stretches order by from_key limit 6)`.execute(
        database.db,
      );
      const [renamed, ...erased] = rows;
      assert.ok(renamed && erased.length > 2);
      await sql`update users set sort_key = 'aa' || id where id = ${renamed.id}`.execute(database.db);
      await sql`delete from users where id = any(${erased.map(({ id }) => id)}::uuid[])`.execute(database.db);
      const { rows: left } = await sql`select from search_stretches
        where from_key = any(${rows.map(({ sort_key }) => sort_key)}::text[])`.execute(database.db);
      assert.equal(left.length, 0, 'a border is still called after somebody who is gone');
    }
    if (state === 'all is again') await sumUpStretches(database.db, undefined, { people: 20, from: 0 });
    await compareWays(40);
  }
  people = await readPeople();
});

/** What the summary says must be true of everybody, or a search would pass over them. */
async function compareWays(numRuns: number) {
  const today = await ensureToday(database.db);
  const counts = await countStates(database.db, actor);
  const places = await listAll({}, 200);
  await fc.assert(
    fc.asyncProperty(query, piece, fc.nat(), async (asked, search, at) => {
      const { sort = 'name', ...filters } = listUsers.input.parse({
        ...asked,
        search: `zwart, xylo, ${search}`,
      });
      const order = orderOf(sort);
      const question = await ask(database.db, actor, filters, order, { today, counts });
      if (question.states.length === 0 || !question.search) return;
      const from = await readPlace(places[at % places.length] ?? '', order);
      const wanted = {
        order,
        states: question.states,
        tables: question.groups.tables,
        conditions: question.conditions(order.relation),
        place: at % 2 ? from : null,
        limit: 30,
      };
      const along = walkOf(question, wanted);
      const { sought } = question.search;
      const matching = { ...wanted, conditions: [...textsOf(question), ...wanted.conditions] };
      const walked = await walkPeople(database.db, matching);
      assert.deepEqual((await findRows(database.db, question, wanted.place, 30)).page, walked);
      assert.deepEqual(await walkPeople(database.db, along), walked);
      if (order.column === 'sort_key') {
        assert.deepEqual(await skipToPeople(database.db, along, sought), walked);
        assert.deepEqual(await skipToPeople(database.db, matching, sought), walked);
      }
      if (sought.every(({ term: one }) => isIndexed(one))) {
        // However rare the groups are thought to be, only the candidates differ.
        for (const share of [0, 0.1, 1]) {
          const source = searchSource(sought, { share: () => share }, []);
          assert.deepEqual((await gatherPeople(database.db, source, wanted)).page, walked);
        }
      }
    }),
    { numRuns },
  );
}

async function readPlace(id: string, order: ListOrder): Promise<Place> {
  const { rows } = await sql<Place>`select id, ${valueText(order)} as value
    from (select id, ${sql.ref(order.column)} as value from users where id = ${id}) one`.execute(database.db);
  return rows[0] as Place;
}

test('in every order all pages together give everybody once, also while people are added', async () => {
  for (const sort of sorts) {
    const before = people.map(({ id }) => id);
    let seed = 100;
    const between = async () => {
      seed += 1;
      await sql`insert into users (id, username, username_key, first_name, last_name, email, email_key, language,
          time_zone, sort_key, search_text, created_at)
        select gen_random_uuid(), x, x, x, x, x, x, 'nl', 'Europe/Amsterdam', x, x, now() - random() * interval '900 days'
        from (select ${sort} || ${seed} || md5(${seed}::text) as x) new`.execute(database.db);
    };
    const ids = await listAll({ sort }, 60, { between });
    assert.equal(new Set(ids).size, ids.length, sort);
    assert.deepEqual(
      before.filter((id) => !ids.includes(id)),
      [],
      sort,
    );
    people = await readPeople();
    const place = new Map(expected({ sort }, '2026-01-01').map(({ id }, index) => [id, index]));
    const places = ids.map((id) => place.get(id) ?? -1);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      sort,
    );
  }
});

test('a cursor that was not given for this list is refused', async () => {
  const { nextCursor } = await list({ limit: 1 });
  const other = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const id = people[0]?.id;
  for (const [sort, cursor] of [
    ['name', 'x'],
    ['name', ''],
    ['email', nextCursor],
    ['name', other(['name', 'a\0', id, 1, true])],
    ['name', other(['name', 'a', "' or true", 1, true])],
    ['name', other(['name', 'a', id, -1, true])],
    ['name', other({ name: 'a' })],
    ['createdAt', other(['createdAt', '2026-99-99T00:00:00+00:00', id, 1, true])],
    ['createdAt', other(['createdAt', 'now', id, 1, true])],
  ] as const) {
    await assert.rejects(list({ sort, cursor }), { code: 'request.bad-cursor' }, String(cursor));
  }
});

test('a page shows what lists show, in the language of the reader', async () => {
  const { items, tabs } = await list({ role: ['planner'] });
  const [person] = items;
  assert.ok(person);
  assert.ok(person.roles.some(({ name }) => name === 'Planner'));
  assert.equal(person.name, [person.firstName, person.infix, person.lastName].filter(Boolean).join(' '));
  assert.match(person.createdAt, /^\d{4}-\d\d-\d\dT.*Z$/);
  assert.equal(listUsers.output.shape.items.safeParse(items).success, true);
  assert.equal(tabs.billed + tabs.unbilled, people.length);
  const dutch = await listUsersAct(
    database.db,
    system('nl'),
    listUsers.input.parse({ limit: 200, role: 'auditor' }),
  );
  assert.deepEqual(
    dutch.items.map(({ roles }) => roles.some(({ name }) => name === 'Controleur')),
    dutch.items.map(() => true),
  );
});

test('terms beyond the 500th are counted, not searched for', async () => {
  const { dropped, notFound } = await list({
    search: Array.from({ length: 503 }, (_, n) => `nobody${n}`).join('\n'),
  });
  assert.equal(dropped, 3);
  assert.equal(notFound.length, 500);
});

test('who changes name, leaves or is deleted is found so at once', async () => {
  const [person] = people;
  assert.ok(person);
  const names = async (search: string) => (await list({ search })).items.map(({ id }) => id);
  await sql`update users set search_text = 'renamed entirely', standing = 'ended' where id = ${person.id}`.execute(
    database.db,
  );
  assert.deepEqual(await names('renamed'), [person.id]);
  assert.equal((await list({ search: 'renamed', billed: 'true' })).items.length, 0);
  const before = (await list({})).tabs;
  await sql`delete from users where id = ${person.id}`.execute(database.db);
  assert.deepEqual(await names('renamed'), []);
  assert.deepEqual((await list({ search: 'renamed' })).notFound, ['renamed']);
  assert.deepEqual((await list({})).tabs, { ...before, unbilled: before.unbilled - 1 });
  people = await readPeople();
});
