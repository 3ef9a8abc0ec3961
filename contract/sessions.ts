import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idShape, instantShape } from './shapes.ts';

/** Where somebody is signed in: one's own, and those of others for people who guard them. */

/** Seen from where the one who asks is now: the same network, another one inside, or one on the internet. */
export const places = ['same-network', 'inside', 'internet', 'unknown'] as const;

const sessionListedShape = z.object({
  id: idShape,
  current: z.boolean(),
  createdAt: instantShape,
  lastUsedAt: instantShape,
  expiresAt: instantShape,
  address: z.string().nullable(),
  place: z.enum(places),
  device: z.string().nullable(),
});
export type SessionListed = z.infer<typeof sessionListedShape>;

const listShape = z.object({ items: z.array(sessionListedShape) });
const endedShape = z.object({ ended: z.number().int() });

export const listOwnSessions = endpoint({
  name: 'me.sessions',
  summary: 'Own sessions and the devices they are on.',
  method: 'GET',
  path: '/me/sessions',
  may: 'signed-in',
  input: z.strictObject({}),
  output: listShape,
  refusals: [],
});

export const endOwnSession = endpoint({
  name: 'me.end-session',
  summary: 'Signs out one of the own devices.',
  method: 'DELETE',
  path: '/me/sessions/:session',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({ session: idShape }),
  output: null,
  refusals: ['session.not-found'],
});

export const endOtherSessions = endpoint({
  name: 'me.end-other-sessions',
  summary: 'Signs out everywhere but here, or here as well.',
  method: 'DELETE',
  path: '/me/sessions',
  may: 'signed-in',
  proof: true,
  input: z.strictObject({ which: z.enum(['others', 'all']).default('others') }),
  output: endedShape,
  refusals: [],
});

export const listSessions = endpoint({
  name: 'users.sessions',
  summary: 'Where somebody is signed in.',
  method: 'GET',
  path: '/users/:id/sessions',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: listShape,
  refusals: ['users.not-found', 'users.above-you'],
});

export const endSession = endpoint({
  name: 'users.end-session',
  summary: 'Signs somebody out on one device.',
  method: 'DELETE',
  path: '/users/:id/sessions/:session',
  may: 'users.security',
  input: z.strictObject({ id: idShape, session: idShape }),
  output: null,
  refusals: ['users.not-found', 'users.above-you', 'session.not-found'],
});

export const endSessions = endpoint({
  name: 'users.end-sessions',
  summary: 'Signs somebody out everywhere.',
  method: 'DELETE',
  path: '/users/:id/sessions',
  may: 'users.security',
  input: z.strictObject({ id: idShape }),
  output: endedShape,
  refusals: ['users.not-found', 'users.above-you'],
});
