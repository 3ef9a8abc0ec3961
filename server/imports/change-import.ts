import type { ImportField } from '../../contract/import-fields.ts';
import type { checkImport, deleteImport, runImport, undoImport } from '../../contract/imports.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { nudge } from '../jobs/leave-job.ts';
import { allowedFields } from './allowed-fields.ts';
import { brakeOf, countNamesToMake } from './brake.ts';
import { describeImport, undoUntil } from './describe-import.ts';
import { getImportToChange, getStoredImport } from './get-import.ts';
import { describeStarter } from './import-actor.ts';
import { clearVerdicts } from './import-rows.sql.ts';
import { deleteImportRow, type ImportChange, updateImport, upsertMappings } from './imports.sql.ts';
import { keyOf } from './match-people.ts';
import { headingKey } from './recognise-headings.ts';
import type { StoredImport } from './stored-import.ts';
import { workQueue } from './work-on-imports.ts';

/** Checks the rows with these columns and choices, and remembers the columns for the next file. */
export const checkImportAct: Act<typeof checkImport> = async (db, actor, input) => {
  const { id, version, fields, ...choices } = input;
  await transact(db, async (transaction) => {
    const states = ['uploaded', 'checked', 'undone'] as const;
    const stored = await getImportToChange(transaction, actor, { id, version }, states);
    const columns = fields ? withFields(stored, fields, actor) : stored.columns;
    if (keyOf(columns.map(({ field }) => field)) === null) throw refuseField('imports.no-key', 'fields');
    if (fields && stored.format.hasHeadings) await remember(transaction, columns);
    const options = { ...stored.options, ...given(choices) };
    await clearVerdicts(transaction, id);
    await start(transaction, actor, 'imports.checked', stored, {
      state: 'checking',
      columns,
      options,
      checked_line: -1,
      checked_at: null,
      findings: {},
      counts: {},
    });
  });
  return describeImport(db, actor, await getStoredImport(db, actor, id));
};

function given<T extends object>(choices: T): Partial<T> {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function withFields({ columns }: StoredImport, fields: (ImportField | null)[], actor: Actor) {
  const chosen = fields.filter((field) => field !== null);
  if (new Set(chosen).size < chosen.length) throw refuseField('imports.field-twice', 'fields');
  const allowed = allowedFields(actor);
  if (chosen.some((field) => !allowed.has(field))) throw refuseField('session.not-allowed', 'fields');
  return columns.map((column, index) => ({ ...column, field: fields[index] ?? null }));
}

async function remember(transaction: Db, columns: StoredImport['columns']): Promise<void> {
  const named = columns.filter(({ heading }) => headingKey(heading) !== '');
  await upsertMappings(
    transaction,
    new Map(named.map(({ heading, field }) => [headingKey(heading).slice(0, 200), field])),
  );
}

/**
 * Does what the check found. A complete list that would end many people asks for their number first, a file that
 * would make groups for theirs.
 */
export const runImportAct: Act<typeof runImport> = async (db, actor, input) => {
  const { id, version, sendWelcomeMail, leaving, newNames = 0 } = input;
  await transact(db, async (transaction) => {
    const stored = await getImportToChange(transaction, actor, { id, version }, ['checked']);
    const options = { ...stored.options, ...given({ sendWelcomeMail }) };
    await startRun(transaction, actor, { ...stored, options }, { leaving, newNames });
  });
  return describeImport(db, actor, await getStoredImport(db, actor, id));
};

/** What somebody typed to let an import run. Null: what it makes was decided when its link was saved. */
type Confirmed = { leaving: number | undefined; newNames: number | null };

/** Lets an import run that was checked and is locked; it goes on in the name of the actor. */
export async function startRun(
  transaction: Db,
  actor: Actor,
  stored: StoredImport,
  { leaving, newNames }: Confirmed,
): Promise<void> {
  const { create = 0, change = 0, reactivate = 0, leave = 0 } = stored.counts;
  if (create + change + reactivate + leave === 0) throw new Refused('imports.nothing-to-do');
  const brake = brakeOf(stored);
  if (brake?.stops && leaving !== brake.count) throw refuseField('imports.brake', 'leaving');
  const unexpected = newNames !== null && newNames !== countNamesToMake(stored);
  if (unexpected) throw refuseField('imports.names-to-confirm', 'newNames');
  const { options } = stored;
  const run_at = new Date().toISOString();
  await start(transaction, actor, 'imports.started', stored, { state: 'running', options, run_at }, [
    { field: 'create', from: null, to: create },
    { field: 'change', from: null, to: change },
    { field: 'reactivate', from: null, to: reactivate },
    { field: 'leave', from: null, to: leave },
    { field: 'welcomeMail', from: null, to: options.sendWelcomeMail },
  ]);
}

/** Takes back what nobody has changed since. */
export const undoImportAct: Act<typeof undoImport> = async (db, actor, { id, version }) => {
  await transact(db, async (transaction) => {
    const stored = await getImportToChange(transaction, actor, { id, version }, ['done', 'failed']);
    if (undoUntil(stored) === null) throw new Refused('imports.too-late');
    await start(transaction, actor, 'imports.undo-started', stored, { state: 'undoing' });
  });
  return describeImport(db, actor, await getStoredImport(db, actor, id));
};

/** Throws away the rows; what was done with them stays, and can no longer be undone. */
export const deleteImportAct: Act<typeof deleteImport> = async (db, actor, { id }) => {
  await transact(db, async (transaction) => {
    const states = ['uploaded', 'checked', 'done', 'undone', 'failed'] as const;
    const stored = await getImportToChange(transaction, actor, { id }, states);
    await deleteImportRow(transaction, id);
    await record(transaction, actor, 'imports.deleted', stored, []);
  });
  return undefined;
};

/** The rest happens in the background. */
async function start(
  transaction: Db,
  actor: Actor,
  action: string,
  stored: StoredImport,
  change: ImportChange,
  changes: Change[] = [],
): Promise<void> {
  await updateImport(transaction, stored.id, { ...change, ...describeStarter(actor) });
  await record(transaction, actor, action, stored, changes);
  await nudge(transaction, workQueue);
}

async function record(
  transaction: Db,
  actor: Actor,
  action: string,
  { id, file_name }: StoredImport,
  changes: Change[],
): Promise<void> {
  const named = { field: 'fileName', from: null, to: file_name };
  const target = { kind: 'import' as const, id };
  await recordDeeds(transaction, actor, [{ action, target, about: null, changes: [named, ...changes] }]);
}
