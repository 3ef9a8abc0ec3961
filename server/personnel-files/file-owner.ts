import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { acting, within } from '../imports/import-actor.ts';
import { identifyStarter } from '../sign-in/identify.ts';
import { Trouble } from './sources/trouble.ts';
import type { StoredFile } from './stored-file.ts';

/**
 * Whoever a link acts for, with what they may at this moment. In trouble when they are gone, or may not import or
 * manage links any more.
 */
export async function getFileOwner(db: Db, file: StoredFile): Promise<Actor> {
  const origin = { address: null, device: null, import: file.name };
  const person = file.acts_as === null ? undefined : await identifyStarter(db, file.acts_as, origin);
  if (!person) throw new Trouble('owner-gone');
  const given = file.acts_with?.given;
  const actor = given ? within(person, new Set(given)) : person;
  if (!actor.permissions.has('users.import') || !actor.permissions.has('integrations.manage')) {
    throw new Trouble('owner-may-not');
  }
  return acting({ ...actor, personnelFile: file.id }, 'users.import');
}
