import type { ImportFormat } from '../../../contract/imports.ts';
import { Refused } from '../../act/refused.ts';

type Encoding = NonNullable<ImportFormat['encoding']>;

const newLine = 0x0a;
const longestLine = 4 * 1024 * 1024;

export type TextDecoding = { decode(chunk: Buffer): string; end(): string; encoding(): Encoding };

/**
 * Reads bytes as text, line by line: each line as UTF-8 where it is that, else as Windows-1252, because files are put
 * together from pieces of several programs. UTF-16 is known by its mark. `encoding` is right once the end was read.
 */
export function startDecoding(firstBytes: Buffer): TextDecoding {
  if (firstBytes[0] === 0xff && firstBytes[1] === 0xfe) return decodeWide('utf-16le');
  if (firstBytes[0] === 0xfe && firstBytes[1] === 0xff) return decodeWide('utf-16be');
  if (firstBytes.subarray(0, 4096).includes(0)) throw new Refused('imports.unreadable');
  return decodeLines(firstBytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])));
}

function decodeWide(label: string): TextDecoding {
  const decoder = new TextDecoder(label);
  return {
    decode: (chunk) => clean(decoder.decode(chunk, { stream: true })),
    end: () => clean(decoder.decode()),
    encoding: () => 'utf-16',
  };
}

function decodeLines(marked: boolean): TextDecoding {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const windows = new TextDecoder('windows-1252');
  let rest = Buffer.alloc(0);
  let isUtf8 = marked;
  let isWindows = false;

  function read(bytes: Buffer): string | null {
    try {
      const text = utf8.decode(bytes);
      // What has only ASCII is both, and tells nothing.
      if (text.length !== bytes.length) isUtf8 = true;
      return text;
    } catch {
      return null;
    }
  }

  function readLines(bytes: Buffer): string {
    let text = '';
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(newLine, start);
      const end = found < 0 ? bytes.length : found + 1;
      const line = bytes.subarray(start, end);
      const known = read(line);
      if (known === null) isWindows = true;
      text += known ?? windows.decode(line);
      start = end;
    }
    return text;
  }

  const readAll = (bytes: Buffer) => clean(read(bytes) ?? readLines(bytes));
  return {
    decode: (chunk) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const end = bytes.lastIndexOf(newLine) + 1;
      rest = Buffer.from(bytes.subarray(end));
      if (rest.length > longestLine) throw new Refused('imports.unreadable');
      return readAll(bytes.subarray(0, end));
    },
    end: () => readAll(rest),
    encoding: () => {
      if (isWindows) return isUtf8 ? 'mixed' : 'windows-1252';
      return marked ? 'utf-8-bom' : 'utf-8';
    },
  };
}

/** PostgreSQL cannot store this character, and nobody sees it. */
function clean(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
}
