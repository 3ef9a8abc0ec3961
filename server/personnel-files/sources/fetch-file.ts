import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanName } from '../../../contract/names.ts';
import type { FileSource } from '../../../contract/personnel-sources.ts';
import { fetchFromFolder } from './folder.ts';
import { fetchByHttps, type Seen } from './https.ts';
import { type Limits, limits as usual } from './receive.ts';
import { fetchBySftp } from './sftp.ts';
import { Trouble, troubleOf } from './trouble.ts';

export type Secret = { secret: string; passphrase: string | null };

/** A file that was fetched; it is gone when the work with it is done. */
export type Fetched = { path: string; name: string; size: number; hash: string } & Seen;

type Options = { seen?: Seen | null; limits?: Limits; signal?: AbortSignal | undefined };

/**
 * Fetches a personnel file and works with it; `work` gets undefined when the server says that nothing changed since it
 * was seen. Throws `Trouble` for everything that is not a fault of this program.
 */
export async function withFetchedFile<T>(
  source: FileSource,
  secret: Secret | null,
  { seen = null, limits = usual, signal }: Options,
  work: (file: Fetched | undefined) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-personnel-'));
  try {
    const file = await fetchInto(join(folder, 'file'), source, secret, { seen, limits, signal });
    if (file?.size === 0) throw new Trouble('empty');
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchInto(
  path: string,
  source: FileSource,
  secret: Secret | null,
  { seen = null, limits = usual, signal }: Options,
): Promise<Fetched | undefined> {
  const timer = AbortSignal.timeout(limits.total);
  const until = signal ? AbortSignal.any([signal, timer]) : timer;
  try {
    const fetched = await fetchBy(path, source, secret, seen, limits, until);
    if (!fetched) return undefined;
    const name = cleanName(fetched.name).slice(0, 200) || 'file';
    return { etag: null, modified: null, ...fetched, path, name };
  } catch (error) {
    if (timer.aborted) throw new Trouble('timed-out', {}, error);
    throw troubleOf(error) ?? error;
  }
}

async function fetchBy(
  path: string,
  source: FileSource,
  secret: Secret | null,
  seen: Seen | null,
  limits: Limits,
  signal: AbortSignal,
) {
  switch (source.kind) {
    case 'folder':
      return fetchFromFolder(source.path, path, limits, signal);
    case 'https':
      return fetchByHttps(source, secret?.secret ?? null, path, { seen, limits, signal });
    case 'sftp':
      return fetchBySftp(source, secret ?? { secret: '', passphrase: null }, path, limits, signal);
  }
}
