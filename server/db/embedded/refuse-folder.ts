import { statfsSync } from 'node:fs';

/** Who has a data folder open. */
export type Holder = { pid: number; host: string; since: Temporal.Instant; address?: string };

/** Another process, or this one, has the folder open; `holder` is missing when it has not said who it is. */
export type FolderInUse = Error & { code: 'folder-in-use'; holder: Holder | undefined };

export type UnusableReason =
  | 'not-a-folder'
  | 'no-folders'
  | 'path-too-long'
  | 'not-permitted'
  | 'read-only'
  | 'disk-full'
  | 'no-locks'
  | 'damaged'
  | 'does-not-open';

/** The folder cannot hold a database, for `reason`; the message says it in words. */
export type FolderUnusable = Error & { code: 'folder-unusable'; reason: UnusableReason };

/** Builds the error for a folder that is open already. */
export function folderInUse(folder: string, holder: Holder | undefined): FolderInUse {
  const who = holder
    ? `process ${holder.pid} on ${holder.host} since ${holder.since}${holder.address ? `, which serves ${holder.address}` : ''}`
    : 'another process';
  const error = new Error(`The data folder ${folder} is in use by ${who}.`);
  return Object.assign(error, { code: 'folder-in-use' as const, holder });
}

/** Builds the error for a folder that cannot hold a database; `detail` is appended to its message. */
export function folderUnusable(
  folder: string,
  reason: UnusableReason,
  detail?: string,
  cause?: unknown,
): FolderUnusable {
  const message = `The data folder ${folder} cannot be used: ${sentences[reason]}${detail ? ` (${detail})` : ''}.`;
  return Object.assign(new Error(message, { cause }), { code: 'folder-unusable' as const, reason });
}

/** The error to throw for what the operating system answered about the folder; other errors stay as they are. */
export function explainSystemError(folder: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = reasonsByCode[code ?? ''];
  return reason ? folderUnusable(folder, reason, message, error) : error;
}

/** Whether there is no room for one more piece of PostgreSQL's log (16 MB), without which it does not open. */
export function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 16 * 1024 * 1024;
}

const sentences: Record<UnusableReason, string> = {
  'not-a-folder': 'there is something at this path that is not a folder',
  'no-folders': 'no folder can be made at this path',
  'path-too-long': 'its path is too long, choose one of at most 480 bytes',
  'not-permitted': 'this user may not read and write in it',
  'read-only': 'it is on a disk that can only be read',
  'disk-full': 'the disk is full',
  'no-locks': 'its file system cannot lock files',
  damaged: 'the database in it is not complete; restore a back-up',
  'does-not-open': 'PostgreSQL does not open the database in it',
};

const reasonsByCode: Record<string, UnusableReason | undefined> = {
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
  ENAMETOOLONG: 'path-too-long',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};
