import type { Actor } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { findHeld } from '../held-fields/held-fields.ts';
import { listAbove } from '../members/gate.ts';
import { isOpenToAll } from '../members/touch.ts';
import { isOtherAdministrator } from '../users/last-administrator.ts';
import { nameOf } from '../users/name-of.ts';
import type { FileRow } from './files/file-row.ts';
import { countInList, findMissing, findPeople, type KnownPerson } from './find-people.sql.ts';
import {
  insertMissing,
  readColumns,
  readFileRows,
  readLastLine,
  sumVerdicts,
  updateVerdicts,
  type Verdict,
} from './import-rows.sql.ts';
import { lockImport, updateImport } from './imports.sql.ts';
import {
  allKeys,
  collectDoubles,
  crowdOf,
  keyOf,
  keysOf,
  matchPerson,
  problemsOfDoubles,
  type RowKeys,
} from './match-people.ts';
import { collectNames, findMeantNames } from './new-names.ts';
import { planRow } from './plan-row.ts';
import { type Mapping, type Reading, readRow, type Wish } from './read-row.ts';
import type { Plan, Problem, StoredImport } from './stored-import.ts';
import { readVocabulary } from './vocabulary.ts';

const rowsAtOnce = 1000;
const rowsAtOnceForKeys = 10_000;

/** Does the next part of a check. Writes only to the import itself. */
export async function checkStep(db: Db, stored: StoredImport, actor: Actor): Promise<void> {
  if (stored.checked_line < 0) return findDoubles(db, stored);
  const rows = await readFileRows(db, stored.id, stored.checked_line, rowsAtOnce);
  if (rows.length > 0) return checkRows(db, stored, actor, rows);
  if (stored.options.mode === 'complete' && (await checkMissing(db, stored, actor))) return;
  await finish(db, stored, actor);
}

/** Writes what a step found, unless another process did that step, or somebody began anew. */
async function write(
  db: Db,
  stored: StoredImport,
  work: (transaction: Db, now: StoredImport) => Promise<void>,
): Promise<void> {
  await transact(db, async (transaction) => {
    const now = await lockImport(transaction, stored.id);
    const same = now?.state === 'checking' && now.version === stored.version;
    if (now && same) await work(transaction, now);
  });
}

function mappingOf({ columns }: Pick<StoredImport, 'columns'>): Mapping {
  return columns.flatMap(({ field }, column) => (field === null ? [] : [{ field, column }]));
}

async function findDoubles(db: Db, stored: StoredImport): Promise<void> {
  const mapping = mappingOf(stored).filter(({ field }) => field === 'personnelNumber' || field === 'email');
  const collected = { personnelNumber: collectDoubles(), email: collectDoubles() };
  const nothing: Reading = {
    mapping: mapping.map(({ field }, column) => ({ field, column })),
    width: mapping.length,
    vocabulary: { role: () => undefined, group: () => undefined, organisation: () => undefined },
    createGroups: false,
  };
  const columns = mapping.map(({ column }) => column);
  for (let line = -1; columns.length > 0; ) {
    const rows = await readColumns(db, stored.id, columns, line, rowsAtOnceForKeys);
    for (const row of rows) {
      const keys = keysOf(readRow({ line: row.line, cells: row.cells.map((cell) => cell ?? '') }, nothing));
      for (const field of ['personnelNumber', 'email'] as const) {
        const key = keys[field];
        if (key !== null) collected[field].add(key, row.line);
      }
    }
    if (rows.length < rowsAtOnceForKeys) break;
    line = rows.at(-1)?.line ?? line;
  }
  const doubles = {
    personnelNumber: collected.personnelNumber.doubles,
    email: collected.email.doubles,
  };
  await write(db, stored, (transaction) =>
    updateImport(transaction, stored.id, { checked_line: 0, findings: { doubles, newNames: [] } }),
  );
}

async function checkRows(db: Db, stored: StoredImport, actor: Actor, rows: FileRow[]): Promise<void> {
  const mapping = mappingOf(stored);
  const today = await ensureToday(db);
  const vocabulary = await readVocabulary(db);
  const { mode, createGroups } = stored.options;
  const reading = { mapping, width: stored.columns.length, vocabulary, createGroups };
  const wishes = rows.map((row) => readRow(row, reading));
  const keys = wishes.map(keysOf);
  const crowd = crowdOf(await findPeople(db, actor, allKeys(keys)));
  const doubles = stored.findings.doubles ?? { personnelNumber: {}, email: {} };
  const matched = rows.map(({ line }, index) => {
    const wish = wishes[index] as Wish;
    const own = keys[index] as RowKeys;
    const { person, problems } = matchPerson(wish, own, crowd, mapping);
    wish.problems.push(...problemsOfDoubles(wish, own, line, doubles, mapping), ...problems);
    return { line, wish, person };
  });
  const known = matched.flatMap(({ person }) => person?.id ?? []);
  const above = await listAbove(db, actor, known, today);
  const planning = { actor, mapping, mode, today, above };
  const verdicts = matched.map(({ line, wish, person }) => ({ line, ...planRow(wish, person, planning) }));
  const names = [...(stored.findings.newNames ?? [])];
  for (const { plan } of verdicts) collectNames(names, plan);
  await write(db, stored, async (transaction) => {
    await updateVerdicts(transaction, stored.id, verdicts);
    await updateImport(transaction, stored.id, {
      checked_line: rows.at(-1)?.line ?? stored.checked_line,
      findings: { ...stored.findings, newNames: names },
    });
  });
}

/** Plans the end of people whom a complete list does not name; false when there is nobody left to plan for. */
async function checkMissing(db: Db, stored: StoredImport, actor: Actor): Promise<boolean> {
  const withNumber = keyOf(stored.columns.map(({ field }) => field)) === 'personnelNumber';
  const people = await findMissing(db, actor, stored.id, withNumber, rowsAtOnce);
  if (people.length === 0) return false;
  const today = await ensureToday(db);
  const ids = people.map(({ id }) => id);
  const above = await listAbove(db, actor, ids, today);
  const leavesOn = stored.options.leavesOn ?? today;
  let line = await readLastLine(db, stored.id);
  const verdicts: Verdict[] = [];
  for (const person of people) {
    line += 1;
    const isClosed = above.has(person.id) && !isOpenToAll('days', person);
    const problem = isClosed ? { code: 'above-you' } : await whyNotLeave(db, actor, person, today);
    verdicts.push({ line, userId: person.id, ...planLeaving(person, leavesOn, problem) });
  }
  await write(db, stored, async (transaction) => {
    await insertMissing(transaction, stored.id, verdicts);
    await updateImport(transaction, stored.id, {});
  });
  return true;
}

type WhyNot = Pick<Problem, 'code' | 'values'> | null;

async function whyNotLeave(db: Db, actor: Actor, person: KnownPerson, today: string): Promise<WhyNot> {
  if (person.id === actor.userId) return { code: 'yourself' };
  if (!actor.permissions.has('users.deactivate') && !person.visible) return { code: 'may-not-end' };
  const isLast = person.is_admin && !(await isOtherAdministrator(db, person.id, today));
  if (isLast) return { code: 'last-administrator' };
  const held = findHeld(person.files, ['leavesOn'], actor.personnelFile ?? null);
  return held[0] ? { code: 'personnel-files.held', values: { file: held[0].file } } : null;
}

function planLeaving(person: KnownPerson, leavesOn: string, problem: WhyNot) {
  const about = { id: person.id, name: nameOf(person) };
  const plan: Plan = {
    name: about.name,
    changes: problem ? [] : [{ field: 'leavesOn', from: person.leaves_on, to: leavesOn }],
    problems: problem ? [{ field: null, column: null, value: '', ...problem, about }] : [],
    notes: [],
    version: person.version,
    ...(problem ? {} : { deed: { fields: {}, leavesOn } }),
  };
  return { outcome: problem ? ('refused' as const) : ('leave' as const), plan };
}

async function finish(db: Db, stored: StoredImport, actor: Actor): Promise<void> {
  const { counts, invitable, otherMails } = await sumVerdicts(db, stored.id);
  const withNumber = keyOf(stored.columns.map(({ field }) => field)) === 'personnelNumber';
  const present = await countInList(db, actor, withNumber);
  const newNames = await findMeantNames(db, stored.findings.newNames ?? []);
  await write(db, stored, async (transaction) => {
    await updateImport(transaction, stored.id, {
      state: 'checked',
      checked_at: new Date().toISOString(),
      counts: { ...counts, invitable, otherMails },
      findings: { ...stored.findings, present, newNames },
    });
  });
}
