import { commandLine } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { makePassword } from '../lib/make-password.ts';
import { isUnclaimed } from './claim.sql.ts';
import { claimInstallation } from './claim-installation.ts';

/**
 * Fills a fresh installation with the demo organisation and an administrator whose password is made up and shown.
 * Returns how to sign in; null when the installation was claimed before.
 */
export async function startDemo(db: Db): Promise<{ email: string; password: string } | null> {
  if (!(await isUnclaimed(db))) return null;
  const credentials = { email: 'sanne.devries@zonnekracht.example', password: makePassword() };
  const claim = {
    organisationName: 'Zonnekracht',
    firstName: 'Sanne',
    infix: 'de',
    lastName: 'Vries',
    language: 'nl' as const,
    ...credentials,
  };
  await claimInstallation(db, commandLine('nl'), claim, null);
  await (await import('../demo/fill-demo.ts')).fillDemo(db);
  return credentials;
}
