import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { requiredLine } from './lines.ts';
import { permissions } from './permissions.ts';
import { dayShape, idShape, instantShape } from './shapes.ts';

/** API tokens: a program acts for a person, within the rights of both, until a day (product §4, §8). */

/** A token lives a year at most, so that a forgotten one ends. */
export const tokenMostDays = 366;

const tokenShape = z.object({
  id: idShape,
  name: z.string(),
  permissions: z.array(z.enum(permissions)),
  createdAt: instantShape,
  /** The last day on which it works. */
  endsOn: dayShape,
  ended: z.boolean(),
  lastUsedAt: instantShape.nullable(),
});
export type ApiToken = z.infer<typeof tokenShape>;

const listShape = z.object({ items: z.array(tokenShape) });

export const listOwnTokens = endpoint({
  name: 'tokens.list-own',
  summary: 'Own API tokens, without their secrets.',
  method: 'GET',
  path: '/me/tokens',
  may: 'signed-in',
  input: z.strictObject({}),
  output: listShape,
  refusals: [],
});

export const createToken = endpoint({
  name: 'tokens.create',
  summary:
    'Makes an API token with some of one’s own rights. The answer is the only one that holds the secret. At every request it may what it was given and its owner may at that moment.',
  method: 'POST',
  path: '/me/tokens',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({
    name: requiredLine(60),
    permissions: z.array(z.enum(permissions)).min(1, { error: 'required' }).max(permissions.length),
    endsOn: dayShape,
  }),
  output: tokenShape.extend({ token: z.string() }),
  status: 201,
  refusals: ['tokens.name-taken', 'tokens.above-you', 'tokens.end-day', 'tokens.too-many'],
});

export const endOwnToken = endpoint({
  name: 'tokens.end-own',
  summary: 'Ends an own API token at once.',
  method: 'DELETE',
  path: '/me/tokens/:token',
  may: 'signed-in',
  input: z.strictObject({ token: idShape }),
  output: null,
  refusals: ['tokens.not-found'],
});

export const listTokens = endpoint({
  name: 'tokens.list',
  summary: 'Somebody’s API tokens, without their secrets.',
  method: 'GET',
  path: '/users/:id/tokens',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: listShape,
  refusals: ['users.not-found', 'users.above-you'],
});

export const endToken = endpoint({
  name: 'tokens.end',
  summary: 'Ends somebody’s API token at once.',
  method: 'DELETE',
  path: '/users/:id/tokens/:token',
  may: 'users.security',
  input: z.strictObject({ id: idShape, token: idShape }),
  output: null,
  refusals: ['users.not-found', 'users.above-you', 'tokens.not-found'],
});
