import { sql } from 'kysely';
import { userStates } from '../../contract/user-shapes.ts';
import { type Db, transact } from '../db/transact.ts';
import { addGroups, noGroups } from './letter-groups.ts';

/** How long a stretch is, and from how many people on the list has any: walking along fewer is quick enough. */
export type Stretches = { people: number; from: number };

const usual: Stretches = { people: 1000, from: 20_000 };
const newsAtOnce = 5000;

/**
 * Brings the summary of the list by name up to date, in many short transactions: puts the borders anew when the number
 * of people has doubled or halved, adds the news, and sums up stretches that were not yet. What it has not done
 * yet costs searches time and nothing else.
 */
export async function sumUpStretches(db: Db, signal?: AbortSignal, size: Stretches = usual): Promise<void> {
  await placeBorders(db, size);
  while (!signal?.aborted && (await addNews(db))) await breathe();
  while (!signal?.aborted && (await sumUpOne(db))) await breathe();
}

/** Lets a request between two pieces of work: the embedded database has one connection. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function placeBorders(db: Db, { people: perStretch, from }: Stretches): Promise<void> {
  const { rows } = await sql<{ people: number; stretches: number }>`
    select (select coalesce(sum(delta), 0)::int from user_counts) as people,
      (select count(*)::int from search_stretches) as stretches`.execute(db);
  const { people = 0, stretches = 0 } = rows[0] ?? {};
  const wanted = people < from ? 0 : Math.ceil(people / perStretch);
  if (stretches === wanted || (stretches > wanted / 2 && stretches < wanted * 2)) return;
  const percent = Math.min(100, 100 * Math.max(0.02, 20_000 / Math.max(1, people)));
  await transact(db, async (transaction) => {
    await sql`lock table search_stretches in share row exclusive mode`.execute(transaction);
    await sql`delete from search_stretches`.execute(transaction);
    if (wanted === 0) return;
    await sql`
      insert into search_stretches (from_key)
      select distinct case n when 1 then '' else key end from (
        select min(sort_key) as key, n from (
          select sort_key, ntile(${sql.lit(wanted)}) over (order by sort_key) as n
          from user_search tablesample system (${sql.lit(percent)})
        ) sampled group by n
      ) borders`.execute(transaction);
  });
}

/** Adds people from the news to their stretches; false when there are no news left. */
async function addNews(db: Db): Promise<boolean> {
  return transact(db, async (transaction) => {
    const { rows: news } = await sql<{ id: string }>`
      delete from search_news where ctid = any(array(select ctid from search_news limit ${sql.lit(newsAtOnce)}))
      returning id`.execute(transaction);
    if (news.length === 0) return false;
    const { rows } = await sql<{ from_key: string; texts: string[] }>`
      select s.from_key, array_agg(u.search_text) as texts
      from unnest(${news.map(({ id }) => id)}::uuid[]) n (id) join user_search u on u.id = n.id
      cross join lateral (
        select from_key from search_stretches where from_key <= u.sort_key order by from_key desc limit 1
      ) s group by s.from_key`.execute(transaction);
    await addTexts(transaction, new Map(rows.map(({ from_key, texts }) => [from_key, texts])));
    return true;
  });
}

async function addTexts(transaction: Db, texts: Map<string, string[]>): Promise<void> {
  const { rows } = await sql<{ from_key: string; grams: Uint8Array }>`
    select from_key, grams from search_stretches
    where from_key = any(${[...texts.keys()]}::text[]) and grams is not null
    order by from_key for update`.execute(transaction);
  for (const { from_key, grams } of rows) {
    const groups = Uint8Array.from(grams);
    const added = (texts.get(from_key) ?? []).filter((text) => addGroups(groups, text));
    if (added.length > 0) await writeGroups(transaction, from_key, groups);
  }
}

/** Sums up a stretch that was not yet; false when there is none left. The lock keeps news about it waiting. */
async function sumUpOne(db: Db): Promise<boolean> {
  return transact(db, async (transaction) => {
    const { rows: open } = await sql<{ from_key: string }>`
      select from_key from search_stretches where grams is null limit 1 for update skip locked`.execute(
      transaction,
    );
    const [stretch] = open;
    if (!stretch) return false;
    const { rows: next } = await sql<{ key: string | null }>`
      select min(from_key) as key from search_stretches where from_key > ${stretch.from_key}`.execute(
      transaction,
    );
    const groups = noGroups();
    const { rows } = await readTexts(transaction, stretch.from_key, next[0]?.key ?? null);
    for (const { search_text } of rows) addGroups(groups, search_text);
    await writeGroups(transaction, stretch.from_key, groups);
    return true;
  });
}

/** State by state, as the index stands. */
function readTexts(db: Db, from: string, until: string | null) {
  const before = until === null ? sql`true` : sql`sort_key < ${until}`;
  const parts = userStates.map(
    (state) => sql`select search_text from user_search
      where state = ${sql.lit(state)} and sort_key >= ${from} and ${before}`,
  );
  return sql<{ search_text: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
}

async function writeGroups(transaction: Db, from: string, groups: Uint8Array): Promise<void> {
  const bits = Buffer.from(groups).toString('hex');
  await sql`update search_stretches set grams = decode(${bits}, 'hex') where from_key = ${from}`.execute(
    transaction,
  );
}
