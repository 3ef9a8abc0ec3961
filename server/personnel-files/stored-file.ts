import type { Selectable } from 'kysely';
import type { FileSource } from '../../contract/personnel-sources.ts';
import type { Tables } from '../db/tables.ts';
import { openSecret, sealSecret } from '../lib/seal-secrets.ts';
import type { Secret } from './sources/fetch-file.ts';
import { Trouble } from './sources/trouble.ts';

export type StoredFile = Selectable<Tables['personnel_files']>;
export type StoredRun = Selectable<Tables['personnel_file_runs']>;

/** Bound to its link: moved to another one it no longer opens. */
export function sealFor(fileId: string, secret: Secret): Buffer {
  return sealSecret(Buffer.from(JSON.stringify(secret)), ownerOf(fileId));
}

/** What opens the door to the source; null where it stands open. */
export function secretOf({ id, secret }: Pick<StoredFile, 'id' | 'secret'>): Secret | null {
  if (secret === null) return null;
  try {
    return JSON.parse(openSecret(secret, ownerOf(id)).toString()) as Secret;
  } catch (error) {
    throw new Trouble('secret-unreadable', {}, error);
  }
}

function ownerOf(fileId: string): string {
  return `personnel-file:${fileId}`;
}

/** A source in a line, for the audit: without what may stand behind the `?` of an address. */
export function sourceInWords(source: FileSource): string {
  if (source.kind === 'folder') return source.path;
  if (source.kind === 'sftp') {
    const { username, host, port, path } = source;
    return `sftp://${username}@${host}:${port}${path.startsWith('/') ? '' : '/'}${path}`;
  }
  const { origin, pathname } = new URL(source.url);
  return origin + pathname;
}
