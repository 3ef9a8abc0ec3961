import { logoSize } from '../../contract/logo.ts';
import { readPicture, refuseBroken, tagOf } from '../photos/read-picture.ts';

/** A picture as PNG, and a tag that changes with it. */
export type Logo = { content: Buffer; tag: string };

/** Makes a logo of a picture that somebody sent: whole, no larger than it is shown, see-through where it was. */
export function makeLogo(path: string): Promise<Logo> {
  return readPicture(path, async ({ picture }) => {
    const content = await picture
      .resize(logoSize.width, logoSize.height, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer()
      .catch(refuseBroken);
    return { content, tag: tagOf(content) };
  });
}
