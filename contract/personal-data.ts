import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idShape } from './shapes.ts';

/** Everything that is kept about one person (product §5.18; GDPR article 15): to read, and for programs. */

const page = {
  method: 'GET',
  proof: true,
  output: null,
  media: 'text/html',
} as const;

const file = { ...page, media: 'application/json' } as const;

const ofUser = {
  may: 'users.export',
  input: z.strictObject({ id: idShape }),
  refusals: ['users.not-found', 'users.above-you'],
} as const;

const ofOneself = { may: 'signed-in', input: z.strictObject({}), refusals: [] } as const;

export const exportPersonalDataPage = endpoint({
  name: 'personal-data.page',
  summary:
    'Everything that is kept about this person as one page to read and print, in the language of the reader. For whoever may export people of the whole installation.',
  path: '/users/:id/personal-data.html',
  ...page,
  ...ofUser,
  refusals: [...ofUser.refusals],
});

export const exportPersonalData = endpoint({
  name: 'personal-data.json',
  summary: 'The same for programs: a list of rows for every table that holds something about this person.',
  path: '/users/:id/personal-data.json',
  ...file,
  ...ofUser,
  refusals: [...ofUser.refusals],
});

export const exportOwnDataPage = endpoint({
  name: 'me.personal-data-page',
  summary: 'Everything that is kept about oneself as one page to read and print.',
  path: '/me/personal-data.html',
  ...page,
  ...ofOneself,
});

export const exportOwnData = endpoint({
  name: 'me.personal-data',
  summary: 'The same for programs.',
  path: '/me/personal-data.json',
  ...file,
  ...ofOneself,
});
