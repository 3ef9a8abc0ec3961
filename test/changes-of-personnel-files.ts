import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertFilePeople } from '../server/held-fields/held-fields.sql.ts';
import type { Change, Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { aPerson, readUser } from './people.ts';
import { allowedFolder, choices, drop, fileOf, makeLink, runLink } from './personnel-links.ts';
import type { World } from './world.ts';

/** A link with a file that names somebody. */
async function aLink(world: World, admin: Client) {
  const number = randomUUID();
  const path = join(allowedFolder(world), 'personeel.csv');
  drop(path, fileOf([{ number, firstName: 'Noor', lastName: 'Linden', email: `${number}@hr.example` }]));
  return makeLink(admin, { kind: 'folder', path }, { name: randomUUID() });
}

async function at(world: World, admin: Client, rest: string, input?: object): Promise<Change> {
  const { id } = await aLink(world, admin);
  const version = async () => {
    const row = world.db.selectFrom('personnel_files').select('version').where('id', '=', id);
    return (await row.executeTakeFirstOrThrow()).version;
  };
  return { client: admin, path: `/personnel-files/${id}${rest}`, version, ...(input ? { input } : {}) };
}

/** A run that waits for somebody. */
async function aWaitingRun(world: World, admin: Client): Promise<string> {
  const { id } = await aLink(world, admin);
  const run = await runLink(world, admin, id, { check: true });
  await sql`update personnel_file_runs set state = 'waiting' where id = ${run.id}`.execute(world.db);
  return run.id;
}

/** How each changing call about personnel files is made once with success. */
export const changesOfPersonnelFiles: Record<string, Prepare> = {
  'personnel-files.test': async (world, admin) => ({
    client: admin,
    path: '/personnel-files/test',
    input: { source: (await aLink(world, admin)).source },
  }),
  'personnel-files.create': async (_world, admin) => ({
    client: admin,
    path: '/personnel-files',
    input: choices({ kind: 'folder', path: '/hr/personeel.csv' }),
  }),
  'personnel-files.change': (world, admin) => at(world, admin, '', { name: randomUUID() }),
  'personnel-files.delete': (world, admin) => at(world, admin, ''),
  'personnel-files.run': (world, admin) => at(world, admin, '/run', {}),
  'personnel-files.decide': async (world, admin) => {
    const id = await aWaitingRun(world, admin);
    const version = async () => {
      const row = world.db.selectFrom('personnel_file_runs').select('version').where('id', '=', id);
      return (await row.executeTakeFirstOrThrow()).version;
    };
    return { client: admin, path: `/personnel-file-runs/${id}/decide`, input: { go: false }, version };
  },
  'personnel-files.release': async (world, admin) => {
    const { id } = await aPerson(world);
    const link = await aLink(world, admin);
    await insertFilePeople(world.db, link.id, [id]);
    return {
      client: admin,
      path: `/users/${id}/personnel-file`,
      input: { file: link.id, linked: false, released: [] },
      version: async () => (await readUser(world, id)).version,
    };
  },
};
