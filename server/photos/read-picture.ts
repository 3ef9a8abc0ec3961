import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { mostPhotoMegapixels } from '../../contract/photos.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { Refused } from '../act/refused.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { loadSharp } from './load-sharp.ts';

const mostMegabytesHeld = 75;
const mostSeconds = 20;

// A picture takes a lot of memory for a moment: they wait for each other.
const inTurn = takeTurns({ running: 1, waiting: 30 });

/** A picture that was opened: upright, in the colours of screens once it is written, without what else was in the file. */
export type Opened = { sharp: typeof sharp; picture: Sharp; width: number; height: number };

/**
 * Opens a picture that somebody sent and lets `make` make something of it. Refuses at the field `file` what is no
 * picture, is too large, or cannot be read to its end.
 */
export async function readPicture<T>(path: string, make: (opened: Opened) => Promise<T>): Promise<T> {
  if (!isPicture(await readStart(path))) throw refuse('photos.not-a-picture');
  return inTurn(async () => {
    const sharp = await loadSharp();
    const about = await sharp(path, { limitInputPixels: false }).metadata().catch(refuseBroken);
    const { width, height } = about;
    const maximum = mostMegapixelsOf(about);
    const limitInputPixels = maximum * 1_000_000;
    if (width * height > limitInputPixels) throw refuse('photos.too-many-pixels', { maximum });
    const picture = sharp(path, { limitInputPixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: mostSeconds })
      .autoOrient();
    return make({ sharp, picture, width, height });
  });
}

/** A picture that comes in steps is held in memory whole, others row by row. */
function mostMegapixelsOf({ isProgressive, channels, depth }: Metadata): number {
  if (!isProgressive) return mostPhotoMegapixels;
  return Math.floor(mostMegabytesHeld / (channels * (depth === 'ushort' ? 2 : 1)));
}

/** A short text that changes with a picture. */
export function tagOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

function refuse(code: RefusalCode, values: Record<string, number> = {}): Refused {
  return new Refused(code, { values, fields: [{ field: 'file', code, values }] });
}

/** Whatever the reader of pictures found wrong: it cannot be shown. */
export function refuseBroken(): never {
  throw refuse('photos.broken');
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** By what the file begins with, not by what it is called: JPEG, PNG, WebP. */
function isPicture(start: Buffer): boolean {
  const text = start.toString('latin1');
  return (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG\r\n\x1a\n') ||
    (text.startsWith('RIFF') && text.slice(8) === 'WEBP')
  );
}
