import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Metadata, Sharp } from 'sharp';
import { mostPhotoMegapixels, photoSizes } from '../../contract/photos.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { Refused } from '../act/refused.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { loadSharp } from './load-sharp.ts';

/** Squares of a picture, as JPEG, and a tag that changes with them. */
export type Photo = { large: Buffer; small: Buffer; tag: string };

const mostMegabytesHeld = 75;
const mostSeconds = 20;

// A picture takes a lot of memory for a moment: they wait for each other.
const inTurn = takeTurns({ running: 1, waiting: 30 });

/**
 * Makes a photo of a picture that somebody sent: upright, the middle of it, in the colours of screens, without anything
 * else that stood in the file, such as where it was taken. Refuses at the field `file` what is no picture.
 */
export async function makePhoto(path: string): Promise<Photo> {
  if (!isPicture(await readStart(path))) throw refuse('photos.not-a-picture');
  return inTurn(async () => {
    const sharp = await loadSharp();
    const about = await sharp(path, { limitInputPixels: false }).metadata().catch(refuseBroken);
    const { width, height } = about;
    const maximum = mostMegapixelsOf(about);
    if (width * height > maximum * 1_000_000) throw refuse('photos.too-many-pixels', { maximum });
    const side = Math.min(width, height, photoSizes.large);
    const picture = sharp(path, {
      limitInputPixels: maximum * 1_000_000,
      failOn: 'error',
      sequentialRead: true,
    })
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .resize(side, side, { fit: 'cover', position: 'centre' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb');
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true }).catch(refuseBroken);
    const square = (size: number) =>
      sharp(data, { raw: info }).resize(size, size, { withoutEnlargement: true });
    const large = await asJpeg(square(photoSizes.large));
    return { large, small: await asJpeg(square(photoSizes.small)), tag: tagOf(large) };
  });
}

/** A picture that comes in steps is held in memory whole, others row by row. */
function mostMegapixelsOf({ isProgressive, channels, depth }: Metadata): number {
  if (!isProgressive) return mostPhotoMegapixels;
  return Math.floor(mostMegabytesHeld / (channels * (depth === 'ushort' ? 2 : 1)));
}

const asJpeg = (square: Sharp) => square.jpeg({ quality: 82, mozjpeg: true }).toBuffer();

function tagOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

function refuse(code: RefusalCode, values: Record<string, number> = {}): Refused {
  return new Refused(code, { values, fields: [{ field: 'file', code, values }] });
}

/** Whatever the reader of pictures found wrong: it cannot be shown. */
function refuseBroken(): never {
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
