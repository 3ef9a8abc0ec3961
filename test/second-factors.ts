import { sql } from 'kysely';
import type { Assertion } from '../contract/second-factors.ts';
import { setUpApp } from './authenticator-app.ts';
import type { Answer, Client } from './client.ts';
import { type Device, makeDevice } from './passkey-device.ts';
import { aPerson, type Made, type Wanted } from './people.ts';
import { password, trySignIn, type World } from './world.ts';

/** Lets the app begin anew: no code of it counts as used. */
export async function forgetSteps(world: World, person: { id: string }): Promise<void> {
  await sql`update authenticator_apps set last_step = 0 where user_id = ${person.id}`.execute(world.db);
}

export type Guarded = Made & { secret: string; recoveryCodes: string[]; first: Client };

/** Somebody with an authenticator app, whose codes all still count. `first`: where they set it up. */
export async function aGuardedPerson(world: World, wanted: Wanted = {}): Promise<Guarded> {
  const person = await aPerson(world, wanted);
  const first = await world.signIn(person.email);
  const app = await setUpApp(first);
  await forgetSteps(world, person);
  return { ...person, ...app, first };
}

/** Somebody who has given the right password, and whose second factor is still to come. */
export async function halfSignedIn(world: World, person: Made): Promise<Client> {
  const client = world.visitor();
  const answer: Answer<unknown> = await trySignIn(client, person.email, password);
  const { next } = answer.body as { next?: string };
  if (next !== 'two-factor') throw new Error(answer.raw);
  return client;
}

/** Makes a passkey for whoever is signed in here, on a device that is as good as a real one. */
export async function addPasskey(
  client: Client,
  name = 'Telefoon',
): Promise<{ device: Device; answer: Answer<{ id: string; recoveryCodes: string[] | null }> }> {
  const device = makeDevice();
  const { body: options } = await client.post<Parameters<Device['create']>[0]>('/me/passkeys/challenge');
  const passkey = device.create(options);
  return { device, answer: await client.post('/me/passkeys', { name, passkey }) };
}

/** A signature of this device under a fresh challenge. */
export async function sign(
  client: Client,
  device: Device,
  more: Parameters<Device['sign']>[1] = {},
): Promise<Assertion> {
  const { body } = await client.post<{ challenge: string; rpId: string }>('/session/passkey/challenge');
  return device.sign(body, more);
}

/** Gives the installation an address at which passkeys work, until the world closes. */
export function atAddressForPasskeys(world: World): void {
  process.env.MUSTER_URL = `http://localhost:${new URL(world.base).port}`;
  world.onClose(async () => {
    delete process.env.MUSTER_URL;
  });
}
