import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idShape } from './shapes.ts';

/** The photos of people: shown where people are, changed by themselves and by whoever may change their record. */

/** How large a file may be, and how many pixels the picture in it may have: what phones make, and little more. */
export const mostPhotoMegabytes = 10;
export const mostPhotoMegapixels = 50;

/** The files that are taken; told apart by what is in them, whatever they are called. */
export const photoKinds = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Squares that are kept of a photo, in pixels. */
export const photoSizes = { small: 96, large: 512 } as const;
export type PhotoSize = keyof typeof photoSizes;

/** Which photo somebody has: changes with the photo, and is null without one. */
export const photoTagShape = z.string().nullable();

const answer = z.object({ photo: photoTagShape });

export const getPhoto = endpoint({
  name: 'people.photo',
  summary:
    'Somebody’s photo: a square JPEG without any data about the picture. For whoever may see the person.',
  method: 'GET',
  path: '/people/:id/photo',
  may: 'signed-in',
  programs: true,
  input: z.strictObject({
    id: idShape,
    size: z.enum(['small', 'large']).default('large'),
    /** Does nothing: an address that changes with the photo shows the new one at once. */
    tag: z.string().max(64).optional(),
  }),
  output: null,
  media: 'image/jpeg',
  refusals: ['photos.not-found'],
});

const refusals = ['photos.not-a-picture', 'photos.too-many-pixels', 'photos.broken', 'server.busy'] as const;

export const setUserPhoto = endpoint({
  name: 'users.set-photo',
  summary: 'Sets somebody’s photo: a JPEG, PNG or WebP picture, of which a square in the middle is kept.',
  method: 'PUT',
  path: '/users/:id/photo',
  may: 'users.change',
  input: z.strictObject({ id: idShape }),
  upload: { megabytes: mostPhotoMegabytes },
  output: answer,
  refusals: ['users.not-found', 'users.above-you', 'photos.no-file', 'request.file-too-large', ...refusals],
});

export const removeUserPhoto = endpoint({
  name: 'users.remove-photo',
  summary: 'Erases somebody’s photo.',
  method: 'DELETE',
  path: '/users/:id/photo',
  may: 'users.change',
  input: z.strictObject({ id: idShape }),
  output: null,
  refusals: ['users.not-found', 'users.above-you', 'photos.none'],
});

export const setOwnPhoto = endpoint({
  name: 'me.set-photo',
  summary: 'Sets one’s own photo: a JPEG, PNG or WebP picture, of which a square in the middle is kept.',
  method: 'PUT',
  path: '/me/photo',
  may: 'signed-in',
  input: z.strictObject({}),
  upload: { megabytes: mostPhotoMegabytes },
  output: answer,
  refusals: ['photos.no-file', 'request.file-too-large', ...refusals],
});

export const removeOwnPhoto = endpoint({
  name: 'me.remove-photo',
  summary: 'Erases one’s own photo.',
  method: 'DELETE',
  path: '/me/photo',
  may: 'signed-in',
  input: z.strictObject({}),
  output: null,
  refusals: ['photos.none'],
});
