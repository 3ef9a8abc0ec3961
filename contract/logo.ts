import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The picture of the organisation, beside its name on every page (product §5.17). */

export const mostLogoMegabytes = 5;

/** What is kept of it, in pixels: sharp at the size in which it is shown. */
export const logoSize = { width: 480, height: 160 } as const;

export const getLogo = endpoint({
  name: 'settings.logo',
  summary: 'The logo of this installation, as PNG; also for who is not signed in.',
  method: 'GET',
  path: '/logo',
  may: 'anyone',
  input: z.strictObject({
    /** Does nothing: an address that changes with the logo shows the new one at once. */
    tag: z.string().max(64).optional(),
  }),
  output: null,
  media: 'image/png',
  refusals: ['logo.none'],
});

export const setLogo = endpoint({
  name: 'settings.set-logo',
  summary: 'Sets the logo: a JPEG, PNG or WebP picture, which is kept whole.',
  method: 'PUT',
  path: '/settings/logo',
  may: 'settings.change',
  input: z.strictObject({}),
  upload: { megabytes: mostLogoMegabytes },
  output: z.object({ logo: z.string() }),
  refusals: [
    'photos.no-file',
    'request.file-too-large',
    'photos.not-a-picture',
    'photos.too-many-pixels',
    'photos.broken',
    'server.busy',
  ],
});

export const removeLogo = endpoint({
  name: 'settings.remove-logo',
  summary: 'Erases the logo; the first letter of the name stands in its place.',
  method: 'DELETE',
  path: '/settings/logo',
  may: 'settings.change',
  input: z.strictObject({}),
  output: null,
  refusals: ['logo.none'],
});
