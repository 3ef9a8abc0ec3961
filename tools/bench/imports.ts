import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile as writeFileOf } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uploadImport } from '../../contract/imports.ts';
import { commandLine } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { runImportAct } from '../../server/imports/change-import.ts';
import { getImportAct } from '../../server/imports/list-imports.ts';
import { uploadImportAct } from '../../server/imports/upload-import.ts';
import { workOnImports } from '../../server/imports/work-on-imports.ts';
import { writeWorkbook } from '../../server/lib/write-workbook.ts';
import { insertOrganisation } from '../../server/organisations/organisations.sql.ts';
import { insertDefaultRoles } from '../../server/roles/roles.sql.ts';
import { short } from './measure.ts';
import type { Topic } from './topic.ts';

const people = Number(process.env.MUSTER_BENCH_IMPORT ?? 100_000);
const toReach = { embedded: 1000, postgres: 3000 };
const actor = commandLine();

/** Each run brings in people whom the database does not have yet. */
function writeFile(path: string): void {
  const run = Date.now().toString(36);
  const rows = Array.from(
    { length: people },
    (_, n) =>
      `${run}-${n};Dhr.;Jan;van der;Berg ${n};j.vandenberg.${run}.${n}@bank.example;020-6241111;Planner;20-01-2024;NL`,
  );
  const headings =
    'Medewerkernummer;Aanhef;Roepnaam;Voorvoegsel;Achternaam;E-mail;Telefoon;Functie;Datum in dienst;Taal';
  writeFileSync(path, `${[headings, ...rows].join('\r\n')}\r\n`);
}

async function prepare({ db }: Database): Promise<void> {
  await insertDefaultRoles(db);
  const there = await db.selectFrom('organisations').select('id').limit(1).executeTakeFirst();
  if (!there) await insertOrganisation(db, 'Bench');
}

async function importFile({ db }: Database, path: string) {
  const idle = process.memoryUsage().rss;
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const input = Object.assign(uploadImport.input.parse({}), { file: { path, name: 'bench.csv', size: 0 } });
  const began = performance.now();
  const { id } = await uploadImportAct(db, actor, input);
  const uploaded = performance.now();
  await workOnImports(db);
  const checked = performance.now();
  await runImportAct(db, actor, { id });
  await workOnImports(db);
  const ended = performance.now();
  clearInterval(watch);
  const { progress } = await getImportAct(db, actor, { id });
  if (progress.done !== people) throw new Error(`Only ${progress.done} of ${people} were imported.`);
  const seconds = [uploaded - began, checked - uploaded, ended - checked].map((time) => time / 1000);
  return { seconds, rate: people / ((ended - began) / 1000), memory: (most - idle) / 1024 ** 2 };
}

const bookRows = 20_000;
const secondsForBook = 10;

/** The same columns as a workbook that Excel would write, in pieces. */
async function* bookOf(run: string): AsyncGenerator<string[][]> {
  yield [
    ['Medewerkernummer', 'Voornaam', 'Tussenvoegsel', 'Achternaam', 'E-mail', 'Functie', 'Datum in dienst'],
  ];
  for (let from = 0; from < bookRows; from += 1000) {
    yield Array.from({ length: 1000 }, (_, n) => {
      const row = `${run}-${from + n}`;
      return [row, 'Jan', 'van der', `Berg ${row}`, `jan.${row}@bank.example`, 'Planner', '2024-01-20'];
    });
  }
}

async function checkBook({ db }: Database, folder: string): Promise<{ read: number; check: number }> {
  const path = join(folder, 'bench.xlsx');
  await writeFileOf(path, writeWorkbook(bookOf(Date.now().toString(36))));
  const input = Object.assign(uploadImport.input.parse({}), { file: { path, name: 'bench.xlsx', size: 0 } });
  const began = performance.now();
  const { id } = await uploadImportAct(db, actor, input);
  const uploaded = performance.now();
  await workOnImports(db);
  const { counts } = await getImportAct(db, actor, { id });
  if (counts.create !== bookRows)
    throw new Error(`Only ${counts.create} of ${bookRows} rows are new people.`);
  return { read: (uploaded - began) / 1000, check: (performance.now() - uploaded) / 1000 };
}

/** New people from a CSV file: read, checked and added with their audit entries; and the check of a workbook. */
export const imports: Topic = {
  name: 'imports',
  run: async (stage) => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
    const path = join(folder, 'bench.csv');
    const rows: string[][] = [];
    const books: string[][] = [];
    try {
      for (const kind of ['embedded', 'postgres'] as const) {
        const database = await stage.open(kind, 1000, { anew: true });
        await prepare(database);
        writeFile(path);
        const { seconds, rate, memory } = await importFile(database, path);
        rows.push([
          kind,
          ...seconds.map((time) => `${short(time)} s`),
          `${Math.round(rate)}/s`,
          `${Math.round(memory)} MB`,
          rate >= toReach[kind] ? 'yes' : 'no',
        ]);
        const { read, check } = await checkBook(database, folder);
        const reached = read + check <= secondsForBook ? 'yes' : 'no';
        books.push([kind, `${short(read)} s`, `${short(check)} s`, reached]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return [
      {
        title: `Import of ${people.toLocaleString('en')} users`,
        columns: ['database', 'read', 'check', 'run', 'in all', 'memory above idle', 'reached'],
        rows,
        about: ['A CSV file with ten columns. To reach: 3,000/s on PostgreSQL, 1,000/s embedded; 200 MB.'],
      },
      {
        title: `Check of an Excel workbook of ${bookRows.toLocaleString('en')} rows`,
        columns: ['database', 'read', 'check', 'reached'],
        rows: books,
        about: [`Seven columns. To reach: ${secondsForBook} s together.`],
      },
    ];
  },
};
