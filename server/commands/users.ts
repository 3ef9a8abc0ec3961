import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Language } from '../../contract/shapes.ts';
import { type TextKey, translate } from '../../contract/texts.ts';
import type { UserListed } from '../../contract/user-shapes.ts';
import { exportUsers, listUsers } from '../../contract/users.ts';
import { commandLine } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { exportUsersAct } from '../directory/export-users.ts';
import { listUsersAct } from '../directory/list-users.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';
import { readAs, withDatabase } from './with-database.ts';

const options = {
  search: { type: 'string' },
  role: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  billed: { type: 'boolean' },
  unbilled: { type: 'boolean' },
  locked: { type: 'boolean' },
  admin: { type: 'boolean' },
  'never-signed-in': { type: 'boolean' },
  'leaves-within': { type: 'string' },
  sort: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readWords<typeof options>>['values'];

/** `muster users list` and `export`, with the filters of the users page; and `import`. */
export async function runUsers(given: string[], language: Language): Promise<number> {
  const [verb = '', ...rest] = given;
  if (verb === 'import') return (await import('./import-users.ts')).runImportUsers(rest, language);
  const run = { list: printList, export: writeCsv }[verb];
  if (!run) throw failure('cli.unknown-command', { word: `users ${verb}`.trim() }, 2);
  const { values } = readWords(`users ${verb}`, rest, options);
  await withDatabase((db) => run(db, language, values));
  return 0;
}

function filtersFrom(values: Values): Record<string, unknown> {
  return {
    search: values.search,
    role: values.role,
    status: values.status,
    billed: values.billed ? 'true' : values.unbilled ? 'false' : undefined,
    locked: values.locked ? 'true' : undefined,
    admin: values.admin ? 'true' : undefined,
    neverSignedIn: values['never-signed-in'] ? 'true' : undefined,
    leavesWithin: values['leaves-within'],
    sort: values.sort,
  };
}

/** A line for each person, its cells separated by tabs: for people as well as for other programs. */
async function printList(db: Db, language: Language, values: Values): Promise<void> {
  const input = readAs(listUsers, { ...filtersFrom(values), limit: values.limit });
  const { items, notFound, total } = await listUsersAct(db, commandLine(language), input);
  if (values.json) return say(JSON.stringify(items, null, 2));
  for (const person of items) say(lineOf(person, language));
  const aside = (text: string) => process.stderr.write(`${text}\n`);
  if (total.count > items.length) {
    aside(
      words(language, 'cli.users.more', {
        shown: items.length,
        count: total.count,
        exact: total.exact ? 'yes' : 'no',
      }),
    );
  } else aside(words(language, 'cli.users.found', { count: items.length }));
  if (notFound.length > 0) aside(words(language, 'cli.users.not-found', { terms: notFound.join(', ') }));
}

function lineOf(person: UserListed, language: Language): string {
  const state = translate(language, `states.${person.state}` as TextKey).toLowerCase();
  const marks = [
    state,
    ...(person.admin ? [words(language, 'cli.users.admin')] : []),
    ...(person.locked ? [words(language, 'cli.users.locked')] : []),
  ];
  return [
    String(person.number),
    person.name,
    person.email,
    marks.join(', '),
    person.roles.map((role) => role.name).join(', '),
    person.lastSignInAt?.slice(0, 16).replace('T', ' ') ?? words(language, 'cli.users.never'),
  ].join('\t');
}

async function writeCsv(db: Db, language: Language, values: Values): Promise<void> {
  const { chunks } = await exportUsersAct(
    db,
    commandLine(language),
    readAs(exportUsers, filtersFrom(values)),
  );
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has read enough (`| head`).
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
