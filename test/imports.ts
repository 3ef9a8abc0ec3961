import type { OutputOf } from '../contract/endpoint.ts';
import type { Import, ImportRow, listImportRows } from '../contract/imports.ts';
import { workOnImports } from '../server/imports/work-on-imports.ts';
import { csvLine } from '../server/lib/csv.ts';
import type { Client } from './client.ts';
import { upload } from './upload.ts';
import type { World } from './world.ts';

/** A CSV file with these headings and rows. */
export function aFile(headings: string, ...rows: string[][]): string {
  return csvLine(headings.split(' ')) + rows.map(csvLine).join('');
}

/** Uploads a file and lets it be checked. */
export async function check(
  world: World,
  client: Client,
  file: string | Buffer,
  fields: Record<string, string> = {},
): Promise<Import> {
  const { status, body, raw } = await upload(client, file, fields);
  if (status !== 201) throw new Error(raw);
  await workOnImports(world.db);
  return read(client, body.id);
}

export async function read(client: Client, id: string): Promise<Import> {
  return (await client.get<Import>(`/imports/${id}`)).body;
}

/** Runs what was checked to its end; the groups that it would make may be made. */
export async function run(world: World, client: Client, id: string, input: object = {}): Promise<Import> {
  const newNames = (await read(client, id)).newNames.filter(({ willBeMade }) => willBeMade).length;
  const { status, raw } = await client.post<Import>(`/imports/${id}/run`, { newNames, ...input });
  if (status !== 200) throw new Error(raw);
  await workOnImports(world.db);
  return read(client, id);
}

export async function undo(world: World, client: Client, id: string): Promise<Import> {
  const { status, raw } = await client.post<Import>(`/imports/${id}/undo`);
  if (status !== 200) throw new Error(raw);
  await workOnImports(world.db);
  return read(client, id);
}

export async function rowsOf(client: Client, id: string, query = ''): Promise<ImportRow[]> {
  const { body } = await client.get<OutputOf<typeof listImportRows>>(`/imports/${id}/rows?limit=200${query}`);
  return body.items;
}

/** Every row in short: its line, what becomes of it, and why not. */
export async function verdicts(client: Client, id: string): Promise<[number | null, string, ...string[]][]> {
  const rows = await rowsOf(client, id);
  return rows.map(({ line, outcome, problems }) => [line, outcome, ...problems.map(({ code }) => code)]);
}
