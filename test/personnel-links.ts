import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, OutputOf } from '../contract/endpoint.ts';
import type {
  createPersonnelFile,
  FileRun,
  PersonnelFile,
  testPersonnelFile,
} from '../contract/personnel-files.ts';
import { workOnPersonnelFiles } from '../server/personnel-files/work-on-files.ts';
import type { Client } from './client.ts';
import type { World } from './world.ts';

/** A folder that personnel files may be read from, gone when the test ends. */
export function allowedFolder(world: Pick<World, 'onClose'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-hr-'));
  process.env.MUSTER_PERSONNEL_FOLDERS = folder;
  world.onClose(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Colleague = {
  number: string;
  firstName: string;
  lastName: string;
  jobTitle?: string;
  email?: string;
};

export const headings = 'Personeelsnummer;Voornaam;Achternaam;E-mail;Functie';

/** The file of an HR system with these people in it. */
export function fileOf(people: readonly Colleague[]): string {
  const rows = people.map(({ number, firstName, lastName, jobTitle = 'Planner', email }) =>
    [number, firstName, lastName, email ?? `p${number}@hr.example`, jobTitle].join(';'),
  );
  return `${[headings, ...rows].join('\r\n')}\r\n`;
}

export function colleagues(count: number, from = 1): Colleague[] {
  return Array.from({ length: count }, (_, index) => ({
    number: String(700_000 + from + index),
    firstName: 'Noor',
    lastName: `Linden ${from + index}`,
  }));
}

/** Writes a file as an HR system that finished a while ago. */
export function drop(path: string, content: string | Buffer): void {
  writeFileSync(path, content);
  const before = new Date(Date.now() - 60_000);
  utimesSync(path, before, before);
}

export const columns = [
  { heading: 'Personeelsnummer', field: 'personnelNumber' as const },
  { heading: 'Voornaam', field: 'firstName' as const },
  { heading: 'Achternaam', field: 'lastName' as const },
  { heading: 'E-mail', field: 'email' as const },
  { heading: 'Functie', field: 'jobTitle' as const },
];

type Chosen = InputOf<typeof createPersonnelFile>;

/** A link with a file, as somebody would choose it; by hand, and locking the job title. */
export function choices(source: Chosen['source'], more: Partial<Chosen> = {}): Chosen {
  return {
    name: 'HR',
    source,
    hasHeadings: true,
    columns,
    options: { mode: 'change', sendWelcomeMail: false, createGroups: true },
    owned: ['jobTitle'],
    schedule: null,
    alarmTo: [],
    ...more,
  };
}

export async function makeLink(
  client: Client,
  source: Chosen['source'],
  more: Partial<Chosen> = {},
): Promise<PersonnelFile> {
  const { status, body, raw } = await client.post<PersonnelFile>('/personnel-files', choices(source, more));
  if (status !== 201) throw new Error(raw);
  return body;
}

/** Runs a link to where it ends or waits. */
export async function runLink(
  world: World,
  client: Client,
  id: string,
  input: { check?: boolean; again?: boolean } = {},
): Promise<FileRun> {
  const { status, body, raw } = await client.post<FileRun>(`/personnel-files/${id}/run`, input);
  if (status !== 201) throw new Error(raw);
  await workOnPersonnelFiles(world.db);
  return readRun(client, body.id);
}

export async function readRun(client: Client, id: string): Promise<FileRun> {
  return (await client.get<FileRun>(`/personnel-file-runs/${id}`)).body;
}

export async function readLink(client: Client, id: string): Promise<PersonnelFile> {
  return (await client.get<PersonnelFile>(`/personnel-files/${id}`)).body;
}

export async function testLink(
  client: Client,
  input: InputOf<typeof testPersonnelFile>,
): Promise<OutputOf<typeof testPersonnelFile>> {
  const { status, body, raw } = await client.post<OutputOf<typeof testPersonnelFile>>(
    '/personnel-files/test',
    input,
  );
  if (status !== 200) throw new Error(raw);
  return body;
}
