import type { Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { aPerson } from './people.ts';
import { aPicture, sendPhoto } from './pictures.ts';
import { formWith } from './upload.ts';

async function sent(client: Client, path: string) {
  const { body, headers } = formWith(await (await aPicture()).png().toBuffer());
  return { client, path, input: body, headers };
}

async function withPhoto(client: Client, path: string) {
  await sendPhoto(client, path, await (await aPicture()).png().toBuffer());
  return { client, path };
}

/** How each changing call about photos is made once with success. */
export const changesOfPhotos: Record<string, Prepare> = {
  'users.set-photo': async (world, admin) => sent(admin, `${(await aPerson(world)).path}/photo`),
  'users.remove-photo': async (world, admin) => withPhoto(admin, `${(await aPerson(world)).path}/photo`),
  'settings.set-logo': (_world, admin) => sent(admin, '/settings/logo'),
  'settings.remove-logo': (_world, admin) => withPhoto(admin, '/settings/logo'),
  'me.set-photo': async (world) => sent(await world.signIn((await aPerson(world)).email), '/me/photo'),
  'me.remove-photo': async (world) =>
    withPhoto(await world.signIn((await aPerson(world)).email), '/me/photo'),
};
