import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { requiredLine } from './lines.ts';
import { idShape } from './shapes.ts';

/** Views of the users list under a name: its filters, columns and sort, as the address bar holds them (product §5.2). */

/** More than anybody finds their way in. */
export const viewsAtMost = 100;

const name = requiredLine(60);
const address = z.string().max(8000);

const viewShape = z.object({
  id: idShape,
  name: z.string(),
  /** What stands behind the `?` of the list. */
  address: z.string(),
  /** For everybody who may see users; otherwise one's own. */
  shared: z.boolean(),
  mayChange: z.boolean(),
});
export type View = z.infer<typeof viewShape>;

export const listViews = endpoint({
  name: 'views.list',
  summary: 'Own and shared views of the users list, by name.',
  method: 'GET',
  path: '/views',
  may: 'users.view',
  input: z.strictObject({}),
  output: z.object({ items: z.array(viewShape), mayShare: z.boolean() }),
  refusals: [],
});

export const createView = endpoint({
  name: 'views.create',
  summary: 'Saves a view. A shared one is for everybody, and asks for the right to change settings.',
  method: 'POST',
  path: '/views',
  may: 'users.view',
  input: z.strictObject({ name, address, shared: z.boolean().default(false) }),
  output: viewShape,
  status: 201,
  refusals: ['views.name-taken', 'views.too-many'],
});

export const changeView = endpoint({
  name: 'views.change',
  summary: 'Gives a view another name, or other filters, columns and sort.',
  method: 'PATCH',
  path: '/views/:id',
  may: 'users.view',
  input: z.strictObject({ id: idShape, name: name.optional(), address: address.optional() }),
  output: viewShape,
  refusals: ['views.not-found', 'views.name-taken'],
});

export const deleteView = endpoint({
  name: 'views.delete',
  summary: 'Deletes a view.',
  method: 'DELETE',
  path: '/views/:id',
  may: 'users.view',
  input: z.strictObject({ id: idShape }),
  output: null,
  refusals: ['views.not-found'],
});
