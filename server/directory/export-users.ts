import { type RawBuilder, sql } from 'kysely';
import type { exportUsers } from '../../contract/users.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { csvLine } from '../lib/csv.ts';
import { toCsv } from './export-lines.ts';
import { ask, findRows, type Question, textsOf } from './find-page.ts';
import { all } from './find-people.sql.ts';
import { countStates } from './get-overview.ts';
import { byColumn, orderOf, type Place } from './list-order.ts';
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

async function* readInBatches(db: Db, question: Question): AsyncGenerator<string> {
  for (let place: Place | null = null; ; ) {
    const { page } = await findRows(db, question, place, batch);
    if (page.length === 0) return;
    const ids = page.map(({ id }) => id);
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(${line}, E'\n' order by t.n) as text
      from unnest(${ids}::uuid[]) with ordinality t (id, n) join users u on u.id = t.id`.execute(db);
    if (rows[0]?.text) yield rows[0].text;
    place = page.at(-1) ?? null;
    if (page.length < batch) return;
  }
}
