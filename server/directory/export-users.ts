import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../contract/endpoint.ts';
import type { exportUsers } from '../../contract/users.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { csvLine } from '../lib/csv.ts';
import { all } from './conditions.ts';
import { countStates } from './count-circles.ts';
import { toCsv } from './export-lines.ts';
import { ask, findRows, type Question } from './find-page.ts';
import { isAmong, withTables } from './find-people.sql.ts';
import { byColumn, orderOf, type Place } from './list-order.ts';
import { isEmbedded, readByCursor } from './read-by-cursor.ts';
import { recordExport } from './record-export.ts';

/**
 * The people of a list as CSV, in the fixed format of product §9 (RFC 4180, UTF-8 without a byte order mark): always
 * with these English headings, so that programs can rely on them.
 */
export const exportUsersAct = async (
  db: Db,
  actor: Actor,
  { sort, ...filters }: InputOf<typeof exportUsers>,
): Promise<{ fileName: string; chunks: AsyncGenerator<string> }> => {
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, orderOf(sort), { today, counts });
  await recordExport(db, actor, ['lastName', 'firstName', 'email'], 'csv');
  const pieces =
    question.search || question.groups.source ? readFound(db, question) : readEverybody(db, question);
  return { fileName: 'users.csv', chunks: writeLines(pieces) };
};

async function* writeLines(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield csvLine(['Last name', 'First name', 'E-mail']);
  for await (const piece of pieces) yield toCsv(piece);
}

const line: RawBuilder<string> = sql`concat_ws(' ', u.infix, u.last_name) || E'\t' || u.first_name || E'\t' || u.email`;

const batch = 5000;

/** Nobody in particular is looked for: the database sorts everybody once and hands them over piece by piece. */
async function* readEverybody(
  db: Db,
  { order, states, conditions, groups }: Question,
): AsyncGenerator<string> {
  const among = all([
    sql<boolean>`u.state = any(${states}::text[])`,
    ...conditions('users'),
    ...groups.tables.map(isAmong),
  ]);
  if (await isEmbedded(db)) {
    // A row costs more on its way out of the embedded database than to be found: it puts the pieces together itself.
    const piece = sql`(n - 1) / ${sql.lit(batch)}`;
    const pieces = sql<{ text: string }>`${withTables(groups)}
      select string_agg(line, E'\n' order by n) as text from (
        select ${line} as line, row_number() over (${byColumn(order)}) as n from users u where ${among}
      ) numbered
      group by ${piece} order by ${piece}`;
    for await (const [row] of readByCursor(db, pieces, 1)) if (row) yield row.text;
  } else {
    const lines = sql<{ line: string }>`${withTables(groups)}
      select ${line} as line from users u where ${among} ${byColumn(order)}`;
    for await (const rows of readByCursor(db, lines, batch)) yield rows.map((row) => row.line).join('\n');
  }
}

/** Somebody is looked for, which has its own quick ways: page after page, first who, then their lines. */
async function* readFound(db: Db, question: Question): AsyncGenerator<string> {
  for (let place: Place | null = null; ; ) {
    const { page }: { page: Place[] } = await findRows(db, question, place, batch);
    const ids = page.map(({ id }) => id);
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(${line}, E'\n' order by t.n) as text
      from unnest(${ids}::uuid[]) with ordinality t (id, n) join users u on u.id = t.id`.execute(db);
    if (rows[0]?.text) yield rows[0].text;
    place = page.at(-1) ?? null;
    if (page.length < batch) return;
  }
}
