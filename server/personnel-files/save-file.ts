import type { InputOf } from '../../contract/endpoint.ts';
import type {
  changePersonnelFile,
  createPersonnelFile,
  deletePersonnelFile,
  FileSchedule,
} from '../../contract/personnel-files.ts';
import { needsSecret, placeOfSecret } from '../../contract/personnel-sources.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Change, changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { allowedFields } from '../imports/allowed-fields.ts';
import { describeStarter } from '../imports/import-actor.ts';
import { deleteOpenImportsOf } from '../imports/imports.sql.ts';
import { keyOf } from '../imports/match-people.ts';
import { newId } from '../lib/ids.ts';
import { assertEverywhere, isVisible } from '../members/gate.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findUser } from '../users/users.sql.ts';
import { nextMoment } from './file-schedule.ts';
import { deleteFile, type FileChange, insertFile, lockFile, updateFile } from './files.sql.ts';
import { describeFile, getFile, present } from './read-files.ts';
import { listReceivers, replaceReceivers } from './receivers.sql.ts';
import { isRunOpen } from './runs.sql.ts';
import { type StoredFile, sealFor, sourceInWords } from './stored-file.ts';

type Chosen = Omit<InputOf<typeof createPersonnelFile>, 'secret' | 'passphrase' | 'alarmTo'>;

/** It acts in the name of whoever saves it: nobody makes the rights of another one work for a source of their own. */
export const createPersonnelFileAct: Act<typeof createPersonnelFile> = async (db, actor, input) => {
  assertEverywhere(actor, 'users.import');
  const { secret, passphrase = null, alarmTo, ...given } = input;
  const chosen = checkChoices(actor, given);
  if (needsSecret(chosen.source) && secret === undefined) {
    throw refuseField('personnel-files.secret-missing', 'secret');
  }
  const id = newId();
  const { timeZone } = await readSettings(db);
  await transact(db, async (transaction) => {
    await insertFile(transaction, {
      id,
      ...columnsOf(chosen, timeZone),
      secret: needsSecret(chosen.source) && secret ? sealFor(id, { secret, passphrase }) : null,
      ...actsAs(actor),
    });
    const changes = changesBetween<Record<string, unknown>>({}, inWords(chosen));
    changes.push(...(await chooseReceivers(transaction, actor, id, alarmTo)));
    await record(transaction, actor, 'personnel-files.created', id, changes);
  });
  return describeFile(db, actor, await getFile(db, id));
};

export const changePersonnelFileAct: Act<typeof changePersonnelFile> = async (db, actor, input) => {
  const { id, version, secret, passphrase = null, alarmTo, ...given } = input;
  const { timeZone } = await readSettings(db);
  await transact(db, async (transaction) => {
    const file = present(await lockFile(transaction, id));
    assertEverywhere(actor, 'users.import');
    if (version !== undefined && version !== file.version) {
      throw new Refused('request.stale', { values: { current: file.version } });
    }
    const before = choicesOf(file);
    const chosen = checkChoices(actor, { ...before, ...withoutUndefined(given) });
    const kept = keptSecret(file, chosen);
    if (needsSecret(chosen.source) && secret === undefined && kept === null) {
      throw refuseField('personnel-files.secret-again', 'secret');
    }
    const sealed = secret === undefined ? kept : sealFor(id, { secret, passphrase });
    await updateFile(transaction, id, {
      ...columnsOf(chosen, timeZone),
      secret: needsSecret(chosen.source) ? sealed : null,
      ...actsAs(actor),
      halted: false,
      // What the file said last time is read again with the new choices.
      done_hash: null,
      done_etag: null,
      done_modified: null,
    });
    const changes = changesBetween<Record<string, unknown>>(inWords(before), inWords(chosen));
    if (alarmTo) changes.push(...(await chooseReceivers(transaction, actor, id, alarmTo)));
    if (secret !== undefined) changes.push({ field: 'secret', from: 'old', to: 'new' });
    if (file.acts_as !== actor.userId) changes.push({ field: 'actsAs', from: false, to: true });
    await record(transaction, actor, 'personnel-files.changed', id, [named(chosen.name), ...changes]);
  });
  return describeFile(db, actor, await getFile(db, id));
};

export const deletePersonnelFileAct: Act<typeof deletePersonnelFile> = async (db, actor, { id }) => {
  await transact(db, async (transaction) => {
    const file = present(await lockFile(transaction, id));
    assertEverywhere(actor, 'users.import');
    if (await isRunOpen(transaction, id)) throw new Refused('personnel-files.busy');
    await deleteOpenImportsOf(transaction, id);
    await deleteFile(transaction, id);
    await record(transaction, actor, 'personnel-files.deleted', id, [
      { field: 'name', from: file.name, to: null },
    ]);
  });
  return undefined;
};

/** The audit tells how many there are and not who: what it says about a link is never erased. */
async function chooseReceivers(
  transaction: Db,
  actor: Actor,
  fileId: string,
  wanted: string[],
): Promise<Change[]> {
  const before = (await listReceivers(transaction, [fileId])).map(({ user }) => user);
  const after = [...new Set(wanted)];
  if (before.length === after.length && before.every((id) => after.includes(id))) return [];
  for (const id of after) {
    const isKnown = (await isVisible(transaction, actor, id)) && (await findUser(transaction, id));
    if (!isKnown) throw refuseField('personnel-files.receiver-unknown', 'alarmTo');
  }
  await replaceReceivers(transaction, fileId, after);
  return [{ field: 'alarmTo', from: before.length, to: after.length }];
}

function checkChoices(actor: Actor, chosen: Chosen): Chosen {
  const fields = chosen.columns.flatMap(({ field }) => field ?? []);
  if (keyOf(fields) === null) throw refuseField('imports.no-key', 'columns');
  if (new Set(fields).size < fields.length) throw refuseField('imports.field-twice', 'columns');
  const allowed = allowedFields(actor);
  if (fields.some((field) => !allowed.has(field))) throw refuseField('session.not-allowed', 'columns');
  // Who is there already is left alone in this mode, so nothing of them belongs to the file.
  if (chosen.options.mode === 'add') return { ...chosen, owned: [] };
  if (chosen.owned.some((field) => !fields.includes(field))) {
    throw refuseField('personnel-files.owned-not-mapped', 'owned');
  }
  return { ...chosen, owned: [...new Set(chosen.owned)] };
}

function choicesOf(file: StoredFile): Chosen {
  const { name, source, columns, options, owned, schedule } = file;
  return { name, source, hasHeadings: file.has_headings, columns, options, owned, schedule };
}

function withoutUndefined<T extends object>(given: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The stored secret, where it still goes to the same place. */
function keptSecret(file: StoredFile, { source }: Chosen): Uint8Array | null {
  return placeOfSecret(source) === placeOfSecret(file.source) ? file.secret : null;
}

function columnsOf(chosen: Chosen, timeZone: string) {
  const { name, source, hasHeadings, columns, options, owned, schedule } = chosen;
  return {
    name,
    source: JSON.stringify(source),
    has_headings: hasHeadings,
    columns: JSON.stringify(columns),
    options: JSON.stringify(options),
    owned,
    schedule: schedule && JSON.stringify(schedule),
    next_at: nextMoment(schedule, timeZone)?.toString() ?? null,
  } satisfies FileChange;
}

function actsAs(actor: Actor) {
  const { started_by, origin } = describeStarter(actor);
  const { token, given } = origin;
  return {
    acts_as: started_by,
    acts_with: token !== undefined && given ? JSON.stringify({ token, given }) : null,
  };
}

function inWords({ name, source, columns, options, owned, schedule }: Chosen) {
  return {
    name,
    source: sourceInWords(source),
    columns: columns.flatMap(({ heading, field }) => (field ? [heading === '' ? field : heading] : [])),
    mode: options.mode,
    welcomeMail: options.sendWelcomeMail,
    createGroups: options.createGroups,
    owned,
    schedule: scheduleInWords(schedule),
  };
}

function scheduleInWords(schedule: FileSchedule | null): string | null {
  if (schedule === null || schedule.every === 'hour') return schedule?.every ?? null;
  return schedule.every === 'day' ? `day ${schedule.at}` : `week ${schedule.weekday} ${schedule.at}`;
}

function named(name: string): Change {
  return { field: 'personnelFile', from: null, to: name };
}

async function record(
  transaction: Db,
  actor: Actor,
  action: string,
  id: string,
  changes: Change[],
): Promise<void> {
  const target = { kind: 'personnel-file' as const, id };
  await recordDeeds(transaction, actor, [{ action, target, about: null, changes }]);
}
