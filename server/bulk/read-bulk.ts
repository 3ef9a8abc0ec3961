import { sql } from 'kysely';
import type {
  BulkOutcome,
  BulkPerson,
  exportBulkPeople,
  getBulk,
  listBulk,
  listBulkPeople,
} from '../../contract/bulk.ts';
import { translate } from '../../contract/texts.ts';
import type { UserState } from '../../contract/user-shapes.ts';
import type { Act, StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { csvLine } from '../lib/csv.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { nameOf } from '../users/name-of.ts';
import { countOutcomes, listRuns } from './bulk.sql.ts';
import { describeRun, getOwnRun, sayWhy } from './describe-run.ts';

const shownAtMost = 20;

export const listBulkAct: Act<typeof listBulk> = async (db, actor) => {
  const items = [];
  for (const run of await listRuns(db, actor.userId, shownAtMost))
    items.push(await describeRun(db, actor, run));
  return { items };
};

export const getBulkAct: Act<typeof getBulk> = async (db, actor, { id }) =>
  describeRun(db, actor, await getOwnRun(db, actor, id));

export const listBulkPeopleAct: Act<typeof listBulkPeople> = async (db, actor, input) => {
  const { id, outcome, limit, cursor } = input;
  await getOwnRun(db, actor, id);
  const after = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isSafeInteger(after) || after < 0) throw new Refused('request.bad-cursor');
  const found = await readPeople(db, actor, { runId: id, outcome }, after, limit + 1);
  const { counts } = await countOutcomes(db, id);
  const all = counts.waiting + counts.fits + counts.refused + counts.done;
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map(({ person }) => person),
    nextCursor: found.length > limit && last ? String(last.position) : null,
    total: { count: outcome ? counts[outcome] : all, exact: true },
  };
};

export const exportBulkPeopleAct: StreamingAct<typeof exportBulkPeople> = async (db, actor, { id }) => {
  await getOwnRun(db, actor, id);
  return { fileName: 'result.csv', chunks: writeLines(db, actor, id) };
};

const batch = 1000;

async function* writeLines(db: Db, actor: Actor, runId: string): AsyncGenerator<string> {
  const t = (key: Parameters<typeof translate>[1]) => translate(actor.language, key);
  yield csvLine([
    t('fields.name.number'),
    t('users.list.name'),
    t('fields.name.email'),
    t('bulk.result'),
    t('bulk.why'),
  ]);
  for (let after = 0; ; ) {
    const found = await readPeople(db, actor, { runId, outcome: undefined }, after, batch);
    yield found
      .map(({ person: { user, number, outcome, why } }) =>
        csvLine([
          String(number),
          user?.name ?? '',
          user?.email ?? '',
          t(`bulk.outcome.${outcome}`),
          why?.message ?? '',
        ]),
      )
      .join('');
    after = found.at(-1)?.position ?? after;
    if (found.length < batch) return;
  }
}

type Wanted = { runId: string; outcome: BulkOutcome | undefined };

type Row = {
  position: number;
  number: number;
  outcome: BulkOutcome;
  why: string | null;
  id: string | null;
  first_name: string;
  infix: string | null;
  last_name: string;
  email: string;
  state: UserState;
};

/** Names as they are now, of whom the reader may know of now. */
async function readPeople(db: Db, actor: Actor, { runId, outcome }: Wanted, after: number, limit: number) {
  const { rows } = await sql<Row>`
    select p.position, p.number, p.state as outcome, p.why, u.id, u.first_name, u.infix, u.last_name, u.email, u.state
    from bulk_people p left join users u on u.id = p.user_id and ${visibleUsers(actor) ?? sql`true`}
    where p.run_id = ${runId}::uuid and p.position > ${after}
      and ${outcome ? sql`p.state = ${outcome}` : sql`true`}
    order by p.position limit ${limit}`.execute(db);
  return rows.map((row) => ({ position: row.position, person: describe(row, actor) }));
}

function describe({ id, number, outcome, why, ...row }: Row, actor: Actor): BulkPerson {
  return {
    user: id === null ? null : { id, name: nameOf(row), email: row.email, state: row.state },
    number,
    outcome,
    why: why === null ? null : { code: why, message: sayWhy(why, actor.language) },
  };
}
