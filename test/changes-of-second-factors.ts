import { codeOf, setUpApp } from './authenticator-app.ts';
import type { Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { makeDevice } from './passkey-device.ts';
import { aPerson, readUser } from './people.ts';
import { addPasskey, aGuardedPerson, atAddressForPasskeys, halfSignedIn, sign } from './second-factors.ts';
import type { World } from './world.ts';

async function withPasskey(world: World) {
  atAddressForPasskeys(world);
  const { email } = await aPerson(world);
  const client = await world.signIn(email);
  const { device, answer } = await addPasskey(client);
  return { client, device, path: `/me/passkeys/${answer.body.id}` };
}

async function anyone(world: World): Promise<Client> {
  return world.signIn((await aPerson(world)).email);
}

/** How the calls about second factors are made once with success. */
export const changesOfSecondFactors: Record<string, Prepare> = {
  'session.prove-second-factor': async (world) => {
    const person = await aGuardedPerson(world);
    const client = await halfSignedIn(world, person);
    return { client, path: '/session/two-factor', input: { code: codeOf(person.secret) } };
  },
  'session.challenge-passkey': async (world) => {
    atAddressForPasskeys(world);
    return { client: world.visitor(), path: '/session/passkey/challenge', input: {}, deeds: 0 };
  },
  'session.sign-in-with-passkey': async (world) => {
    const { device } = await withPasskey(world);
    const client = world.visitor();
    return { client, path: '/session/passkey', input: { passkey: await sign(client, device) } };
  },
  'me.begin-app': async (world) => ({
    client: await anyone(world),
    path: '/me/two-factor/app',
    input: {},
    deeds: 0,
  }),
  'me.confirm-app': async (world) => {
    const client = await anyone(world);
    const { body } = await client.post<{ secret: string }>('/me/two-factor/app');
    return { client, path: '/me/two-factor/app', input: { code: codeOf(body.secret) } };
  },
  'me.remove-app': async (world) => ({
    client: (await aGuardedPerson(world)).first,
    path: '/me/two-factor/app',
  }),
  'me.begin-passkey': async (world) => {
    atAddressForPasskeys(world);
    return { client: await anyone(world), path: '/me/passkeys/challenge', input: {}, deeds: 0 };
  },
  'me.add-passkey': async (world) => {
    atAddressForPasskeys(world);
    const client = await anyone(world);
    const { body } =
      await client.post<Parameters<ReturnType<typeof makeDevice>['create']>[0]>('/me/passkeys/challenge');
    return { client, path: '/me/passkeys', input: { name: 'Telefoon', passkey: makeDevice().create(body) } };
  },
  'me.rename-passkey': async (world) => ({
    ...(await withPasskey(world)),
    input: { name: 'Sleutelhanger' },
  }),
  'me.remove-passkey': withPasskey,
  'me.renew-recovery-codes': async (world) => {
    const client = await anyone(world);
    await setUpApp(client);
    return { client, path: '/me/recovery-codes', input: {} };
  },
  'users.require-two-factor': async (world, admin) => {
    const { id, path } = await aPerson(world);
    const version = async () => (await readUser(world, id)).version;
    return { client: admin, path: `${path}/two-factor`, input: { required: true }, version };
  },
  'users.reset-two-factor': async (world, admin) => {
    const { id, path } = await aGuardedPerson(world);
    const version = async () => (await readUser(world, id)).version;
    return { client: admin, path: `${path}/two-factor`, version };
  },
};
