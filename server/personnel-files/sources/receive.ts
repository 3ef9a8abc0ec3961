import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { uploadImport } from '../../../contract/imports.ts';
import { type Milliseconds, minutes, seconds } from '../../lib/days.ts';
import { Trouble } from './trouble.ts';

/** How much and how long may come; the same size as a file that somebody uploads. */
export type Limits = { bytes: number; idle: Milliseconds; total: Milliseconds };

export const limits: Limits = {
  bytes: (uploadImport.upload?.megabytes ?? 32) * 1024 * 1024,
  idle: seconds(30),
  total: minutes(5),
};

export type Received = { size: number; hash: string };

/** Writes what comes to a file, and ends it when too much comes, or nothing for too long. */
export async function receive(
  from: Readable,
  path: string,
  { bytes, idle }: Limits,
  signal: AbortSignal,
): Promise<Received> {
  const hash = createHash('sha256');
  let size = 0;
  const timer = setTimeout(() => from.destroy(new Trouble('timed-out')), idle);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      timer.refresh();
      size += chunk.length;
      hash.update(chunk);
      if (size > bytes) done(tooLarge(bytes));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(from, count, createWriteStream(path, { mode: 0o600 }), { signal });
  } finally {
    clearTimeout(timer);
  }
  return { size, hash: hash.digest('hex') };
}

export function tooLarge(bytes: number): Trouble {
  return new Trouble('too-large', { maximum: Math.floor(bytes / 1024 / 1024) });
}
