import type { Sharp } from 'sharp';
import { photoSizes } from '../../contract/photos.ts';
import { readPicture, refuseBroken, tagOf } from './read-picture.ts';

/** Squares of a picture, as JPEG, and a tag that changes with them. */
export type Photo = { large: Buffer; small: Buffer; tag: string };

/**
 * Makes a photo of a picture that somebody sent: upright, the middle of it, in the colours of screens, without anything
 * else that stood in the file, such as where it was taken.
 */
export function makePhoto(path: string): Promise<Photo> {
  return readPicture(path, async ({ sharp, picture, width, height }) => {
    const side = Math.min(width, height, photoSizes.large);
    const { data, info } = await picture
      .resize(side, side, { fit: 'cover', position: 'centre' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(refuseBroken);
    const square = (size: number) =>
      sharp(data, { raw: info }).resize(size, size, { withoutEnlargement: true });
    const large = await asJpeg(square(photoSizes.large));
    return { large, small: await asJpeg(square(photoSizes.small)), tag: tagOf(large) };
  });
}

const asJpeg = (square: Sharp) => square.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
