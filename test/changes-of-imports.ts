import { workOnImports } from '../server/imports/work-on-imports.ts';
import type { Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { formWith, upload } from './upload.ts';
import type { World } from './world.ts';

let made = 0;

function aFile(): string {
  made += 1;
  return `Voornaam;Achternaam;E-mail\r\nNoor;Import ${made};noor.import.${made}@zonnig.example\r\n`;
}

async function checked(world: World, admin: Client) {
  const { body } = await upload(admin, aFile());
  await workOnImports(world.db);
  return body.id;
}

async function done(world: World, admin: Client) {
  const id = await checked(world, admin);
  await admin.post(`/imports/${id}/run`);
  await workOnImports(world.db);
  return id;
}

async function at(world: World, admin: Client, id: string, deed: string) {
  const version = async () => {
    const row = world.db.selectFrom('imports').select('version').where('id', '=', id);
    return (await row.executeTakeFirstOrThrow()).version;
  };
  return { client: admin, path: `/imports/${id}${deed}`, version };
}

/** How each changing call about imports is made once with success. */
export const changesOfImports: Record<string, Prepare> = {
  'imports.upload': async (_world, admin) => {
    const { body, headers } = formWith(aFile(), { check: 'false' });
    return { client: admin, path: '/imports', input: body, headers };
  },
  'imports.check': async (world, admin) => at(world, admin, await checked(world, admin), '/check'),
  'imports.run': async (world, admin) => at(world, admin, await checked(world, admin), '/run'),
  'imports.undo': async (world, admin) => at(world, admin, await done(world, admin), '/undo'),
  'imports.delete': async (world, admin) => at(world, admin, await checked(world, admin), ''),
};
