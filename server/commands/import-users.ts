import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Import,
  importOutcomes,
  listImportRows,
  runImport,
  uploadImport,
} from '../../contract/imports.ts';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import { commandLine } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { runImportAct } from '../imports/change-import.ts';
import { getImportAct } from '../imports/list-imports.ts';
import { listImportRowsAct } from '../imports/list-rows.ts';
import { uploadImportAct } from '../imports/upload-import.ts';
import { workOnImports } from '../imports/work-on-imports.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';
import { readAs, withDatabase } from './with-database.ts';

const options = {
  check: { type: 'boolean' },
  run: { type: 'boolean' },
  mode: { type: 'string' },
  'welcome-mail': { type: 'boolean' },
  leaving: { type: 'string' },
  'new-names': { type: 'string' },
} as const;

/** `muster users import FILE`: says what would change, and with `--run` does it. */
export async function runImportUsers(given: string[], language: Language): Promise<number> {
  const { values, positionals } = readWords('users import', given, options, 1);
  const [path] = positionals;
  if (path === undefined) throw failure('cli.import.no-file', {}, 2);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw failure('cli.import.missing-file', { file: path });
  const file = { path, name: basename(path), size: found.size };
  return withDatabase(async (db) => {
    const actor = commandLine(language);
    const chosen = readAs(uploadImport, { mode: values.mode, sendWelcomeMail: values['welcome-mail'] });
    const { id, state } = await uploadImportAct(db, actor, Object.assign(chosen, { file }));
    if (state === 'uploaded') throw failure('cli.import.columns');
    const checked = await finish(db, actor, id);
    await tell(db, actor, checked);
    if (!values.run || values.check) {
      return tellEnd(checked, words(language, 'cli.import.checked', { options: optionsFor(checked) }));
    }
    const [leaving, newNames] = [numberIn(values.leaving), numberIn(values['new-names'])];
    await runImportAct(db, actor, readAs(runImport, { id, leaving, newNames }));
    const done = await finish(db, actor, id);
    if (done.failed > 0) await tell(db, actor, done);
    return tellEnd(done, words(language, 'cli.import.done'));
  });
}

/** What to add to have it done, with the numbers that confirm what was read. */
function optionsFor({ newNames, leaving }: Import): string {
  const names = newNames.filter(({ willBeMade }) => willBeMade).length;
  return [
    '--run',
    ...(names > 0 ? [`--new-names ${names}`] : []),
    ...(leaving?.stops ? [`--leaving ${leaving.count}`] : []),
  ].join(' ');
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

async function finish(db: Db, actor: Actor, id: string): Promise<Import> {
  await workOnImports(db);
  return getImportAct(db, actor, { id });
}

function tellEnd({ failure: why }: Import, text: string): number {
  say(why ?? text);
  return why === null ? 0 : 1;
}

/** The counts, then every refused row with why and what to do. */
async function tell(db: Db, actor: Actor, { id, counts, newNames }: Import): Promise<void> {
  const { language } = actor;
  for (const outcome of importOutcomes) {
    const count = counts[outcome] ?? 0;
    if (count > 0) say(`${translate(language, `imports.outcome.${outcome}`)}: ${count}`);
  }
  for (const { name, rows, like } of newNames.filter(({ willBeMade }) => willBeMade)) {
    say(words(language, 'cli.import.new-name', { name, rows, like: like ?? 'none' }));
  }
  for (const narrowed of [{ outcome: 'refused' }, { state: 'failed' }]) {
    for (let cursor: string | undefined; ; ) {
      const input = readAs(listImportRows, { id, limit: 200, cursor, ...narrowed });
      const { items, nextCursor } = await listImportRowsAct(db, actor, input);
      for (const { line, name, problems } of items) {
        const row = line === null ? name : `${words(language, 'cli.import.row', { line })} ${name}`;
        say(`${row}: ${problems.map(({ reason, remedy }) => `${reason} ${remedy}`).join(' ')}`);
      }
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
  }
}
