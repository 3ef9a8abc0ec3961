import { sql } from 'kysely';
import { organisationPermissions } from '../contract/permissions.ts';
import { newId } from '../server/lib/ids.ts';
import type { Photo } from '../server/photos/make-photo.ts';
import { writePhoto } from '../server/photos/photos.sql.ts';
import { insertPasskey, type MadePasskey } from '../server/second-factors/passkeys.sql.ts';
import type { Client } from './client.ts';
import { aPerson } from './people.ts';
import { makeLink } from './personnel-links.ts';
import { aRole } from './rights.ts';
import { aToken } from './tokens.ts';
import { upload } from './upload.ts';
import type { World } from './world.ts';

/** What ids can be of. Groups, roles, activities and skills belong to the whole installation. */
export type Kind =
  | 'user'
  | 'organisation'
  | 'request'
  | 'mail'
  | 'session'
  | 'passkey'
  | 'period'
  | 'group'
  | 'role'
  | 'activity'
  | 'team'
  | 'shift'
  | 'skill'
  | 'token'
  | 'import'
  | 'run'
  | 'view'
  | 'personnel file'
  | 'file run';
export type Ids = Record<Kind, string>;

/** Stands in every text of the other organisation, so that none of it can come out unnoticed. */
export const marker = 'verborgen';

/**
 * Two organisations with people, requests, mails and sessions of their own; somebody who belongs to both; and two
 * administrators of the first: one with the default role, one with every right that there is within an organisation.
 */
export async function openTwoOrganisations(world: World, admin: Client) {
  const mine = await anOrganisation(admin, 'Zonnedael');
  const theirs = await anOrganisation(admin, `Het ${marker} huis`);
  const join = (organisation: string, user: string, role = 'member') =>
    made(admin.post(`/organisations/${organisation}/members`, { user, role }));

  const everyRight = await aRole(world, organisationPermissions, 'organisation');
  const readers: Record<string, Client> = {};
  for (const role of ['organisation-administrator', everyRight]) {
    const boss = await onlyIn(world, mine, role, await aPerson(world));
    readers[role === everyRight ? 'with every right' : 'with the default role'] = await world.signIn(boss);
  }

  async function inhabit(organisation: string, name: string): Promise<Ids> {
    const person = await aPerson(world, { lastName: name, email: `${name}@zonnig.example`, roles: ['hr'] });
    await onlyIn(world, organisation, 'member', person);
    const client = await world.signIn(person.email);
    const { body } = await client.get<{ items: { id: string }[] }>('/me/sessions');
    const token = await made(client.post('/me/tokens', { ...aToken(), name }));
    const request = await made(
      admin.post(`/organisations/${organisation}/requests`, {
        email: `${name}.gevraagd@zonnig.example`,
        role: 'member',
      }),
    );
    await world.visitor().post('/password/forgotten', { email: person.email });
    await admin.patch(`/users/${person.id}`, { email: `${name}.nieuw@zonnig.example` });
    const mail = await admin.get<{ items: { id: string }[] }>(`/mail?user=${person.id}`);
    const group = await made(admin.post('/groups', { kind: 'group', name }));
    await admin.post(`/groups/${group}/members`, { users: [person.id] });
    const role = await aRole(world, ['people.view']);
    const run = await made(
      client.post('/bulk', { act: { deed: 'set-language', language: 'nl' }, people: { users: [person.id] } }),
    );
    const view = await made(client.post('/views', { name, address: '' }));
    await writePhoto(world.db, person.id, aPhoto(name));
    const passkey = await insertPasskey(world.db, person.id, name, aPasskey(name));
    const periods = await admin.get<{ items: { id: string }[] }>(`/users/${person.id}/staff-memberships`);
    const skill = await made(admin.post('/skills', { name: newId() }));
    const team = await made(admin.post('/groups', { kind: 'team', name: newId() }));
    const activity = await made(admin.post('/activities', { name: newId(), colour: '#225588' }));
    const link = await makeLink(admin, { kind: 'folder', path: `/${newId()}.csv` }, { name });
    const fileRun = await made(admin.post(`/personnel-files/${link.id}/run`, { check: true }));
    const { body: file } = await upload(
      client,
      `voornaam;achternaam;e-mail\r\nA;${name};a@${name}.example\r\n`,
    );
    const shift = await made(
      admin.post('/shifts', {
        team,
        user: person.id,
        activity,
        startsAt: '2026-01-05T09:00',
        endsAt: '2026-01-05T17:00',
      }),
    );
    return {
      user: person.id,
      organisation,
      request,
      mail: mail.body.items[0]?.id ?? '',
      session: body.items[0]?.id ?? '',
      passkey,
      token,
      group,
      role,
      period: periods.body.items[0]?.id ?? '',
      activity,
      team,
      shift,
      skill,
      import: file.id,
      run,
      view,
      'personnel file': link.id,
      'file run': fileRun,
    };
  }

  const own = await inhabit(mine, 'bloemen');
  const foreign = await inhabit(theirs, marker);
  const both = await aPerson(world, { lastName: 'Tweethuis' });
  await onlyIn(world, mine, 'member', both);
  await join(theirs, both.id, 'organisation-administrator');
  return { readers, own, foreign, both: both.id, join };
}

function aPhoto(name: string): Photo {
  return { large: Buffer.from(name), small: Buffer.from(name), tag: name };
}

function aPasskey(credentialId: string): MadePasskey {
  return { credentialId, publicKey: Buffer.alloc(1), counter: 0, transports: [], backedUp: false };
}

async function made(answer: Promise<{ status: number; raw: string; body: unknown }>): Promise<string> {
  const { status, raw, body } = await answer;
  if (status !== 201) throw new Error(raw);
  return (body as { id: string }).id;
}

function anOrganisation(admin: Client, name: string): Promise<string> {
  return made(admin.post('/organisations', { name }));
}

/** Takes somebody out of the organisation that everybody begins in. Answers their address. */
async function onlyIn(
  world: World,
  organisation: string,
  role: string,
  { id, email }: { id: string; email: string },
): Promise<string> {
  await sql`delete from members where user_id = ${id}`.execute(world.db);
  await sql`insert into members (user_id, organisation_id, role_id)
    select ${id}, ${organisation}, r.id from roles r where r.key = ${role} or r.id::text = ${role}`.execute(
    world.db,
  );
  return email;
}
