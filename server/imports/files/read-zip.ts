import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Refused } from '../../act/refused.ts';

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number };

export type Zip = {
  has(name: string): boolean;
  /** The bytes of a file in it, unpacked as they are read. */
  read(name: string): AsyncGenerator<Buffer>;
};

const most = 300 * 1024 * 1024;
const mostEntries = 5000;
const tailSize = 22 + 65_535;

/**
 * Opens an archive (PKWARE APPNOTE 6.3.10, without ZIP64 and encryption). One that says it holds more than 300 MB is
 * refused before anything is unpacked; one that lies about it when it gets there.
 */
export async function openZip(file: FileHandle): Promise<Zip> {
  const entries = await readDirectory(file);
  const claimed = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (claimed > most) throw new Refused('imports.file-too-large');
  let read = 0;
  return {
    has: (name) => entries.has(name),
    read: async function* (name) {
      const entry = entries.get(name);
      if (!entry) throw new Refused('imports.unreadable');
      for await (const chunk of unpack(file, entry)) {
        read += chunk.length;
        if (read > most) throw new Refused('imports.file-too-large');
        yield chunk;
      }
    },
  };
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - tailSize), Math.min(size, tailSize));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw new Refused('imports.unreadable');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count > mostEntries || start + length > size) throw new Refused('imports.unreadable');
  const directory = await readAt(file, start, length);
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) {
      throw new Refused('imports.unreadable');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 8) & 1 ? -1 : directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new Refused('imports.unreadable');
  return bytes;
}

async function* unpack(file: FileHandle, { method, packed, at }: Entry): AsyncGenerator<Buffer> {
  if (method !== 0 && method !== 8) throw new Refused('imports.unreadable');
  const head = await readAt(file, at, 30);
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const bytes = readBetween(file, start, start + packed);
  if (method === 0) {
    yield* bytes;
    return;
  }
  const inflating = createInflateRaw();
  const packedBytes = Readable.from(bytes);
  packedBytes.on('error', (error) => inflating.destroy(error)).pipe(inflating);
  try {
    yield* inflating;
  } catch {
    throw new Refused('imports.unreadable');
  } finally {
    packedBytes.destroy();
    inflating.destroy();
  }
}

const atOnce = 256 * 1024;

async function* readBetween(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += atOnce) yield await readAt(file, at, Math.min(atOnce, end - at));
}
