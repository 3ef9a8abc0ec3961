import type { Import } from '../../contract/imports.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { nameOf } from '../users/name-of.ts';
import { brakeOf } from './brake.ts';
import { countRows, type RowCount } from './import-rows.sql.ts';
import { keyOf } from './match-people.ts';
import type { StoredImport } from './stored-import.ts';

const hoursToUndo = 24;

/** Until when this import can be undone; null where that is over or was never possible. */
export function undoUntil({ state, run_at, done_at }: StoredImport): Temporal.Instant | null {
  if (!run_at || !done_at || (state !== 'done' && state !== 'failed')) return null;
  const until = done_at.add({ hours: hoursToUndo });
  return Temporal.Instant.compare(Temporal.Now.instant(), until) < 0 ? until : null;
}

/** One import as the contract answers it. */
export async function describeImport(
  db: Db,
  actor: Actor,
  stored: StoredImport | undefined,
): Promise<Import> {
  if (!stored) throw new Refused('imports.not-found');
  const [described] = await describeImports(db, actor, [stored]);
  return described as Import;
}

export async function describeImports(db: Db, actor: Actor, all: StoredImport[]): Promise<Import[]> {
  const counts = await countRows(
    db,
    all.map(({ id }) => id),
  );
  const ids = all.flatMap(({ started_by }) => started_by ?? []);
  const people =
    ids.length === 0 ? [] : await db.selectFrom('users').selectAll().where('id', 'in', ids).execute();
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  return all.map((stored) => {
    const { started_by } = stored;
    const starter = started_by && { id: started_by, name: names.get(started_by) ?? '' };
    const rows = counts.filter(({ import_id }) => import_id === stored.id);
    return describe(actor, stored, rows, starter || null);
  });
}

function describe(
  actor: Actor,
  stored: StoredImport,
  rows: RowCount[],
  startedBy: Import['startedBy'],
): Import {
  const inState = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const { create = 0, change = 0, reactivate = 0, leave = 0, unchanged = 0, refused = 0 } = stored.counts;
  const { invitable = 0, otherMails = 0 } = stored.counts;
  const { options, findings } = stored;
  return {
    id: stored.id,
    fileName: stored.file_name,
    size: stored.size,
    state: stored.state,
    failure: stored.failure && isTextKey(stored.failure) ? translate(actor.language, stored.failure) : null,
    format: stored.format,
    columns: stored.columns,
    options,
    key: keyOf(stored.columns.map(({ field }) => field)),
    rows: stored.row_count,
    progress: progressOf(stored, rows, inState),
    counts: { create, change, reactivate, leave, unchanged, refused },
    failed: inState('failed'),
    undone: inState('undone'),
    kept: inState('kept'),
    mails: (options.sendWelcomeMail ? invitable : 0) + otherMails,
    invitable,
    leaving: brakeOf(stored),
    newNames: (findings.newNames ?? []).map((one) => ({ like: null, ...one })),
    startedBy,
    startedAt: stored.created_at.toString(),
    checkedAt: stored.checked_at?.toString() ?? null,
    doneAt: stored.done_at?.toString() ?? null,
    undoUntil: undoUntil(stored)?.toString() ?? null,
    version: stored.version,
  };
}

function progressOf(
  { state, row_count, counts }: StoredImport,
  rows: RowCount[],
  inState: (...states: string[]) => number,
): Import['progress'] {
  const { create = 0, change = 0, reactivate = 0, leave = 0 } = counts;
  const work = create + change + reactivate + leave;
  if (state === 'checking') {
    const checked = rows.reduce((sum, { count }) => sum + count, 0);
    return { done: Math.min(checked, row_count), of: row_count };
  }
  if (state === 'undoing' || state === 'undone') {
    return { done: inState('undone', 'kept'), of: inState('done', 'undone', 'kept') };
  }
  return { done: inState('done', 'failed', 'undone', 'kept'), of: work };
}
