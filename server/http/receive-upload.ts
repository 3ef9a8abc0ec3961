import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { cleanName } from '../../contract/names.ts';
import type { Uploaded } from '../act/act.ts';
import { Refused } from '../act/refused.ts';

type Received = { fields: Record<string, unknown>; file: Uploaded | undefined };

/**
 * Takes in what a browser sends as a form with a file: the file goes to disk as it comes in, and is gone when `work` is
 * done. Refuses a file of more megabytes as soon as it is.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  megabytes: number,
  work: (received: Received) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new Refused('request.media-type');
  const folder = await mkdtemp(join(tmpdir(), 'muster-upload-'));
  try {
    const received: Received = { fields: {}, file: undefined };
    for await (const part of request.parts({ limits: { fileSize: megabytes * 1024 * 1024 } })) {
      if (part.type === 'file') received.file = await keep(part, join(folder, 'file'), megabytes);
      else received.fields[part.fieldname] = part.value;
    }
    return await work(received);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep({ file, filename }: MultipartFile, path: string, megabytes: number): Promise<Uploaded> {
  await pipeline(file, createWriteStream(path));
  if (file.truncated) throw tooLarge(megabytes);
  const name = cleanName(basename(filename)).slice(0, 200);
  return { path, name: name || 'import', size: (await stat(path)).size };
}

function tooLarge(maximum: number): Refused {
  const code = 'request.file-too-large';
  const values = { maximum };
  return new Refused(code, { values, fields: [{ field: 'file', code, values }] });
}
