import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { photoTagShape } from './photos.ts';
import { idShape, many, pageInput, pageOf } from './shapes.ts';

/** The directory: who is here, and how to reach them (product §5.12). */

const named = z.object({ id: idShape, name: z.string() });

export const colleagueShape = z.object({
  id: idShape,
  name: z.string(),
  firstName: z.string(),
  infix: z.string().nullable(),
  lastName: z.string(),
  jobTitle: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  /** Those that the reader may know of. */
  organisations: z.array(named),
  teams: z.array(named),
  photo: photoTagShape,
  /** Whether the reader may open their page as a user. */
  manageable: z.boolean(),
});
export type Colleague = z.infer<typeof colleagueShape>;

export const peopleFilters = {
  search: z.string().max(60_000).optional(),
  team: many(idShape),
  organisation: many(idShape),
};

export const listPeople = endpoint({
  name: 'people.list',
  summary:
    'The directory: everybody whose staff membership covers today, by name, with team and contact data.',
  method: 'GET',
  path: '/people',
  may: 'people.view',
  input: z.strictObject({ ...peopleFilters, ...pageInput }),
  output: pageOf(colleagueShape),
  refusals: ['request.bad-cursor'],
});

export const getPeopleChoices = endpoint({
  name: 'people.choices',
  summary: 'The teams and organisations that the directory can be filtered by.',
  method: 'GET',
  path: '/people/choices',
  may: 'people.view',
  input: z.strictObject({}),
  output: z.object({ teams: z.array(named), organisations: z.array(named) }),
  refusals: [],
});

export const getColleague = endpoint({
  name: 'people.get',
  summary: 'One person of the directory.',
  method: 'GET',
  path: '/people/:id',
  may: 'people.view',
  input: z.strictObject({ id: idShape }),
  output: colleagueShape,
  refusals: ['people.not-found'],
});

export const getContactCard = endpoint({
  name: 'people.card',
  summary: 'The same as a vCard (RFC 2426, version 3.0, which every telephone reads), with the photo.',
  method: 'GET',
  path: '/people/:id/contact.vcf',
  may: 'people.view',
  input: z.strictObject({ id: idShape }),
  output: null,
  media: 'text/vcard',
  refusals: ['people.not-found'],
});
