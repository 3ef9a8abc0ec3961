import { type RawBuilder, sql } from 'kysely';
import type { exportUsers } from '../../contract/users.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { csvLine } from '../lib/csv.ts';
import { toCsv } from './export-lines.ts';
import { ask, findRows, type Question, textsOf } from './find-page.ts';
import { all, walk } from './find-people.sql.ts';
import { countStates } from './get-overview.ts';
import { byColumn, byValue, orderOf, type Place, valueText } from './list-order.ts';
import { readByCursor } from './read-by-cursor.ts';

/**
 * The people of a list as CSV, in the fixed format of product §9 (RFC 4180, UTF-8 without a byte order mark): always
 * with these English headings, so that programs can rely on them. A server sorts everybody once and hands them over
 * piece by piece. The embedded database would block everybody else meanwhile: it reads batch after batch.
 */
export const exportUsersAct: StreamingAct<typeof exportUsers> = async (db, actor, { sort, ...filters }) => {
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, orderOf(sort), { today, counts });
  const pieces = (await isEmbedded(db)) ? readInBatches(db, question) : readAtOnce(db, question);
  return { fileName: 'users.csv', chunks: writeLines(pieces) };
};

async function* writeLines(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield csvLine(['Last name', 'First name', 'E-mail']);
  for await (const piece of pieces) yield toCsv(piece);
}

async function isEmbedded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ embedded: boolean }>`select version() like '%PGlite%' as embedded`.execute(db);
  return rows[0]?.embedded ?? false;
}

const line: RawBuilder<string> = sql`concat_ws(' ', u.infix, u.last_name) || E'\t' || u.first_name || E'\t' || u.email`;

const batch = 5000;

async function* readAtOnce(db: Db, question: Question): AsyncGenerator<string> {
  const { order, states } = question;
  const conditions = [
    sql<boolean>`u.state = any(${states}::text[])`,
    ...textsOf(question),
    ...question.conditions('users'),
  ];
  const lines = sql<{
    line: string;
  }>`select ${line} as line from users u where ${all(conditions)} ${byColumn(order)}`;
  for await (const rows of readByCursor(db, lines, batch)) yield rows.map((row) => row.line).join('\n');
}

/** Batch after batch, so that the embedded database serves others in between. */
async function* readInBatches(db: Db, question: Question): AsyncGenerator<string> {
  const read = question.search || question.source ? readFound : readWalked;
  for (let place: Place | null = null; ; ) {
    const { text, last }: Batch = await read(db, question, place);
    if (text) yield text;
    if (!last) return;
    place = last;
  }
}

/** `last`: where the next batch begins; null when there is none. */
type Batch = { text: string | null; last: Place | null };

/** Nothing is searched for: the page and its lines in one statement. */
async function readWalked(db: Db, question: Question, place: Place | null): Promise<Batch> {
  const { order, states } = question;
  if (states.length === 0) return { text: null, last: null };
  const wanted = { order, states, conditions: question.conditions(order.relation), place, limit: batch };
  const { rows } = await sql<Batch & { count: number }>`
    with page as materialized (
      select id, value, row_number() over (${byValue(order)}) as n from (${walk(wanted)}) walked
    )
    select count(*)::int as count, string_agg(${line}, E'\n' order by p.n) as text,
      (select json_build_object('id', id, 'value', ${valueText(order)}) from page order by n desc limit 1) as last
    from page p join users u on u.id = p.id`.execute(db);
  const { text = null, last = null, count = 0 } = rows[0] ?? {};
  return { text, last: count < batch ? null : last };
}

/** Somebody is searched for, which has its own ways: first who, then their lines. */
async function readFound(db: Db, question: Question, place: Place | null): Promise<Batch> {
  const { page } = await findRows(db, question, place, batch);
  const ids = page.map(({ id }) => id);
  const { rows } = await sql<{ text: string | null }>`
    select string_agg(${line}, E'\n' order by t.n) as text
    from unnest(${ids}::uuid[]) with ordinality t (id, n) join users u on u.id = t.id`.execute(db);
  return { text: rows[0]?.text ?? null, last: page.length < batch ? null : (page.at(-1) ?? null) };
}
