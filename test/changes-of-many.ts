import { randomUUID } from 'node:crypto';
import { workOnRuns } from '../server/bulk/work-on-runs.ts';
import type { Prepare } from './changes.ts';
import type { Client } from './client.ts';
import { aPerson } from './people.ts';
import type { World } from './world.ts';

/** A run that is ready to begin, or being checked. */
async function aRun(world: World, admin: Client, checked: boolean): Promise<string> {
  const { id } = await aPerson(world);
  const answer = await admin.post<{ id: string }>('/bulk', {
    act: { deed: 'set-language', language: 'nl' },
    people: { users: [id] },
  });
  if (answer.status !== 201) throw new Error(answer.raw);
  if (checked) await workOnRuns(world.db);
  return answer.body.id;
}

async function aView(admin: Client): Promise<string> {
  const input = { name: randomUUID(), address: '', shared: true };
  return `/views/${(await admin.post<{ id: string }>('/views', input)).body.id}`;
}

/** How each changing call about many people and of views is made once with success. What is done to many is written down later. */
export const changesOfMany: Record<string, Prepare> = {
  'bulk.prepare': async (world, admin) => ({
    client: admin,
    path: '/bulk',
    input: { act: { deed: 'unlock' }, people: { users: [(await aPerson(world)).id] } },
    deeds: 0,
  }),
  'bulk.start': async (world, admin) => ({
    client: admin,
    path: `/bulk/${await aRun(world, admin, true)}/start`,
    input: {},
    deeds: 0,
  }),
  'bulk.stop': async (world, admin) => ({
    client: admin,
    path: `/bulk/${await aRun(world, admin, false)}/stop`,
    input: {},
    deeds: 0,
  }),
  'views.create': async (_world, admin) => ({
    client: admin,
    path: '/views',
    input: { name: randomUUID(), address: 'locked=true', shared: true },
  }),
  'views.change': async (_world, admin) => ({
    client: admin,
    path: await aView(admin),
    input: { name: randomUUID() },
  }),
  'views.delete': async (_world, admin) => ({ client: admin, path: await aView(admin) }),
};
