import { sql } from 'kysely';
import type { exportAudit, listAudit, listHistory } from '../../contract/audit.ts';
import { describeChanges } from '../../contract/change-words.ts';
import { fold } from '../../contract/fold.ts';
import { wordsOf } from '../../contract/search-terms.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Act, StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { csvLine } from '../lib/csv.ts';
import { startOfDay } from '../lib/days.ts';
import { getVisibleUser } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type AuditFilter, countAuditLines, describeLine, listAuditLines } from './audit-lines.sql.ts';

const countedAtMost = 1000;

type Filters = {
  action?: string[] | undefined;
  actor?: string | undefined;
  user?: string | undefined;
  search?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
};

export const listAuditAct: Act<typeof listAudit> = async (db, actor, { limit, cursor, ...filters }) =>
  readPage(db, actor, await filterOf(db, actor, filters), limit, cursor, true);

export const listHistoryAct: Act<typeof listHistory> = async (db, actor, { id, limit, cursor }) => {
  await getVisibleUser(db, actor, id);
  return readPage(db, actor, { user: id }, limit, cursor, actor.permissions.has('audit.view'));
};

async function readPage(
  db: Db,
  actor: Actor,
  filter: AuditFilter,
  limit: number,
  cursor: string | undefined,
  withOrigin: boolean,
) {
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before)) throw new Refused('request.bad-cursor');
  const lines = await listAuditLines(db, actor, filter, before, limit + 1);
  const count = await countAuditLines(db, actor, filter, countedAtMost + 1);
  const items = lines.slice(0, limit).map((line) => describeLine(actor, line, withOrigin));
  return {
    items,
    nextCursor: lines.length > limit ? String(items.at(-1)?.seq) : null,
    total: { count: Math.min(count, countedAtMost), exact: count <= countedAtMost },
  };
}

async function filterOf(
  db: Db,
  actor: Actor,
  { search, from, until, ...rest }: Filters,
): Promise<AuditFilter> {
  const { timeZone } = await readSettings(db);
  const day = (text: string) => Temporal.PlainDate.from(text);
  return {
    ...rest,
    from: from ? startOfDay(day(from), timeZone) : undefined,
    until: until ? startOfDay(day(until).add({ days: 1 }), timeZone) : undefined,
    people: search?.trim() ? await findPeople(db, actor, search) : undefined,
  };
}

const peopleAtMost = 200;

async function findPeople(db: Db, actor: Actor, search: string): Promise<string[]> {
  const patterns = wordsOf(search).map((word) => `%${fold(word).replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{ id: string }>`
    select u.id from user_search u
    where u.search_text like all(${patterns}) and ${visibleUsers(actor) ?? sql`true`}
    limit ${peopleAtMost}`.execute(db);
  return rows.map((row) => row.id);
}

const batch = 1000;

/** The same lines as CSV, in the reader's words, streamed in batches. */
export const exportAuditAct: StreamingAct<typeof exportAudit> = async (db, actor, filters) => {
  const filter = await filterOf(db, actor, filters);
  return { fileName: 'audit.csv', chunks: writeLines(db, actor, filter) };
};

async function* writeLines(db: Db, actor: Actor, filter: AuditFilter): AsyncGenerator<string> {
  const reader = { language: actor.language, timeZone: (await readSettings(db)).timeZone };
  const t = (key: string) => (isTextKey(key) ? translate(actor.language, key) : key);
  yield csvLine(
    ['#', 'audit.when', 'audit.who', 'audit.what', 'audit.on-whom', 'audit.changes', 'audit.from-where'].map(
      t,
    ),
  );
  let before: number | null = null;
  for (;;) {
    const lines = await listAuditLines(db, actor, filter, before, batch);
    yield lines
      .map((line) => describeLine(actor, line, true))
      .map((deed) =>
        csvLine([
          String(deed.seq),
          deed.at,
          deed.actor.name ?? t(`audit.actor.${deed.actor.kind}`),
          t(`actions.${deed.action}`),
          deed.target.name ?? deed.target.id ?? '',
          describeChanges(deed.changes, reader)
            .map(({ name, from, to }) => `${name}: ${from} → ${to}`)
            .join('; '),
          deed.origin?.address ?? '',
        ]),
      )
      .join('');
    before = lines.at(-1)?.seq ?? null;
    if (lines.length < batch) return;
  }
}
