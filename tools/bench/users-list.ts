import { sql } from 'kysely';
import { listUsers } from '../../contract/users.ts';
import { system } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { listUsersAct } from '../../server/directory/list-users.ts';
import { measure, short, type Times } from './measure.ts';
import type { Topic } from './topic.ts';

const actor = system('nl');
type Query = Record<string, unknown>;

const sizes = [1000, 100_000, 1_000_000] as const;

/** The rows of the table: a name and what is asked. The queries come from the data, so they find what they say. */
async function listQuestions(database: Database): Promise<[name: string, query: Query][]> {
  const [rare, pasted] = [await pickRareName(database), await pickPasted(database)];
  const billed = { billed: 'true' };
  return [
    ['first page, billed', billed],
    ['first page, unbilled', { billed: 'false' }],
    ['first page, everybody', {}],
    ['200 at once', { ...billed, limit: 200 }],
    ['page in the middle', { ...billed, cursor: await cursorInTheMiddle(database) }],
    ['rare term', { ...billed, search: rare }],
    ['unknown term', { ...billed, search: 'xqvwz' }],
    ['one address', { search: pasted[0] }],
    ['common term `jan`', { ...billed, search: 'jan' }],
    ['common term `voorbeeld.nl`', { ...billed, search: 'voorbeeld.nl' }],
    ['family name `jansen`', { ...billed, search: 'jansen' }],
    ['family name `nowak`', { ...billed, search: 'nowak' }],
    ['family name `zwart`', { ...billed, search: 'zwart' }],
    ['first name `fleur`', { ...billed, search: 'fleur' }],
    ['two words `fleur nowak`', { ...billed, search: 'fleur nowak' }],
    ['50 pasted terms', { search: pasted.join('\n') }],
    ['role held by 0.04 %', { ...billed, role: 'help-desk' }],
    ['role held by 0.4 %', { ...billed, role: 'supervisor' }],
    ['role held by 2 %', { ...billed, role: 'planner' }],
    ['role held by 90 %', { ...billed, role: 'employee' }],
    ['two roles', { ...billed, role: ['help-desk', 'employee'] }],
    ['no role', { ...billed, role: 'none' }],
    ['role of 2 % and `jan`', { ...billed, role: 'planner', search: 'jan' }],
    ['status pending', { ...billed, status: 'pending' }],
    ['status starting', { billed: 'false', status: 'starting' }],
    ['locked', { locked: 'true' }],
    ['leaves within 30 days', { ...billed, leavesWithin: 30 }],
    ['never signed in', { ...billed, neverSignedIn: 'true' }],
    ...['-name', 'email', '-email', 'lastSignIn', '-lastSignIn', 'createdAt', '-createdAt'].map(
      (sort): [string, Query] => [`sorted by ${sort}`, { ...billed, sort }],
    ),
    ['`jan` sorted by -lastSignIn', { ...billed, search: 'jan', sort: '-lastSignIn' }],
  ];
}

async function pickRareName(database: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select last_name as name from users where last_name ~ '^[A-Za-z]{6,}$' group by last_name
    order by abs(count(*) - 30), last_name limit 1`.execute(database.db);
  return rows[0]?.name ?? 'Zwartzijl';
}

/** 38 addresses, 7 full names and 5 that nobody has, as a pasted column. */
async function pickPasted(database: Database): Promise<string[]> {
  const { rows } = await sql<{ email: string; name: string }>`
    select email, concat_ws(' ', first_name, infix, last_name) as name from users
    where length(last_name) > 7 and hashint8(number) % 7 = 0 order by number limit 45`.execute(database.db);
  const unknown = [
    'Nobody Atall',
    'niemand@voorbeeld.nl',
    'Onbekende Persoon',
    'x.y.z@post.example',
    'Qwrtz Plmnb',
  ];
  return [
    ...rows.slice(0, 38).map(({ email }) => email),
    ...rows.slice(38).map(({ name }) => name),
    ...unknown,
  ];
}

async function cursorInTheMiddle(database: Database): Promise<string> {
  const { rows } = await sql<{ id: string; value: string; count: number }>`
    select id, sort_key as value, (select count(*)::int from users where billed) as count from users where billed
    order by sort_key, id offset (select count(*) / 2 from users where billed) limit 1`.execute(database.db);
  const [{ id, value, count } = { id: '', value: '', count: 0 }] = rows;
  return Buffer.from(JSON.stringify(['name', value, id, count, true])).toString('base64url');
}

type Measured = { name: string; times: Times; count: number; exact: boolean };

async function measureList(database: Database): Promise<Measured[]> {
  const measured: Measured[] = [];
  const questions = await listQuestions(database);
  // Once through everything first: as on a server that runs since yesterday.
  for (const [, query] of questions) await listUsersAct(database.db, actor, listUsers.input.parse(query));
  for (const [name, query] of questions) {
    const input = listUsers.input.parse(query);
    const { total } = await listUsersAct(database.db, actor, input);
    measured.push({ name, ...total, times: await measure(() => listUsersAct(database.db, actor, input)) });
  }
  return measured;
}

/** The users list at the server: everything that the act does, at three sizes, on both databases. */
export const usersList: Topic = {
  name: 'users-list',
  run: async (stage) => {
    const sections = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const bySize = [];
      for (const size of sizes) bySize.push(await measureList(await stage.open(kind, size)));
      sections.push({
        title: `Users list, ${kind === 'embedded' ? 'embedded' : 'PostgreSQL 15'}`,
        columns: ['what', 'finds', '1,000', '100,000', '1,000,000', 'p95', 'ratio', 'reached'],
        rows: tableOf(bySize),
        about: [
          'Milliseconds inside the act (p50, and p95 at 1,000,000). Ratio: 1,000,000 to 100,000. To reach: p50 ≤ 10 ms and ratio ≤ 2.',
        ],
      });
    }
    return sections;
  },
};

function tableOf([small, medium, large]: Measured[][]): string[][] {
  return (large ?? []).map(({ name, times, count, exact }, row) => {
    const [at1k, at100k] = [small?.[row]?.times.p50 ?? 0, medium?.[row]?.times.p50 ?? 0];
    const ratio = times.p50 / at100k;
    const reached = times.p50 <= 10 && (ratio <= 2 || times.p50 <= 2);
    const finds = `${count.toLocaleString('en')}${exact ? '' : '+'}`;
    return [name, finds, ...[at1k, at100k, times.p50, times.p95, ratio].map(short), reached ? 'yes' : 'no'];
  });
}
