import { sql } from 'kysely';
import { fullLastName } from '../../contract/names.ts';
import type { exportUsers } from '../../contract/users.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { csvLine } from '../lib/csv.ts';
import { ask, findRows, type Question } from './find-page.ts';
import { countStates } from './get-overview.ts';
import { orderOf } from './list-order.ts';

const batch = 5000;

/**
 * The people of a list as CSV, in the fixed format of product §9 (RFC 4180, UTF-8 without a byte order mark): always
 * with these English headings, so that programs can rely on them. Read in batches, each a query of its own.
 */
export const exportUsersAct: StreamingAct<typeof exportUsers> = async (db, actor, { sort, ...filters }) => {
  const today = await ensureToday(db);
  const counts = await countStates(db, actor);
  const question = await ask(db, actor, filters, orderOf(sort), { today, counts });
  return { fileName: 'users.csv', chunks: writeLines(db, question) };
};

async function* writeLines(db: Db, question: Question): AsyncGenerator<string> {
  yield csvLine(['Last name', 'First name', 'E-mail']);
  for (let place: { value: string; id: string } | null = null; ; ) {
    const { page } = await findRows(db, question, place, batch);
    if (page.length > 0)
      yield await readLines(
        db,
        page.map(({ id }) => id),
      );
    place = page.at(-1) ?? null;
    if (page.length < batch) return;
  }
}

async function readLines(db: Db, ids: string[]): Promise<string> {
  const { rows } = await sql<{ last_name: string; infix: string | null; first_name: string; email: string }>`
    select u.last_name, u.infix, u.first_name, u.email
    from unnest(${ids}::uuid[]) with ordinality t (id, n) join users u on u.id = t.id order by t.n`.execute(
    db,
  );
  let lines = '';
  for (const { last_name, infix, first_name, email } of rows) {
    lines += csvLine([fullLastName({ infix, lastName: last_name }), first_name, email]);
  }
  return lines;
}
