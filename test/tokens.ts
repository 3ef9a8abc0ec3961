import type { Permission } from '../contract/permissions.ts';
import { type Client, makeClient } from './client.ts';
import type { World } from './world.ts';

/** What makes an API token of somebody who may see people. */
export function aToken(permissions: Permission[] = ['people.view']) {
  const endsOn = Temporal.Now.plainDateISO('UTC').add({ days: 30 }).toString();
  return { name: 'Koppeling', permissions, endsOn };
}

/** A program that comes with this secret, and never with a cookie. */
export function aProgram(world: World, secret: string): Client {
  const client = makeClient(world.base, { authorization: `Bearer ${secret}` });
  world.onClose(async () => client.close());
  return client;
}

/** Makes a token and the program that comes with it. */
export async function makeProgram(
  world: World,
  owner: Client,
  permissions: Permission[],
  name = 'Koppeling',
) {
  const made = await owner.post<{ id: string; token: string }>('/me/tokens', {
    ...aToken(permissions),
    name,
  });
  if (made.status !== 201) throw new Error(made.raw);
  return { id: made.body.id, secret: made.body.token, program: aProgram(world, made.body.token) };
}
