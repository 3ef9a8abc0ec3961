import type { SessionStep } from '../../contract/endpoint.ts';
import { permissions } from '../../contract/permissions.ts';
import type { Session } from '../../contract/sign-in.ts';
import { permissionsOf } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { listPermissionSources, type PermissionSource } from '../members/members.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';
import type { NextStep } from './sessions.sql.ts';

/** One thing that somebody may, in the whole installation or in one organisation. */
export type Source = Pick<PermissionSource, 'permission' | 'organisation'>;

/** Who is signed in and what they may, as the browser needs it. */
export async function describeSession(db: Db, userId: string, day: string): Promise<Session> {
  const user = await findUser(db, userId);
  if (!user) throw new Refused('session.required');
  return sessionOf(user, user.is_admin ? [] : await listPermissionSources(db, userId, day));
}

/** What a session answers: the step that comes next, or who is signed in. */
export async function answerSession(
  db: Db,
  userId: string,
  day: string,
  next: NextStep,
): Promise<{ next: SessionStep } | Session> {
  return next ? { next } : describeSession(db, userId, day);
}

type Person = Pick<
  UserRow,
  'id' | 'first_name' | 'infix' | 'last_name' | 'email' | 'language' | 'time_zone' | 'is_admin'
>;

/** The same of somebody who was read already. */
export function sessionOf(user: Person, sources: Source[]): Session {
  const everywhere = sources.filter(({ organisation }) => organisation === null);
  const held = permissionsOf(
    user.is_admin,
    everywhere.map(({ permission }) => permission),
  );
  return {
    user: {
      id: user.id,
      name: nameOf(user),
      firstName: user.first_name,
      email: user.email,
      language: user.language,
      timeZone: user.time_zone,
      admin: user.is_admin,
    },
    permissions: permissions.filter((permission) => held.has(permission)),
    organisations: rightsByOrganisation(sources),
  };
}

function rightsByOrganisation(sources: Source[]): Session['organisations'] {
  const found = new Map<string, Session['organisations'][number]>();
  for (const { organisation, permission } of sources) {
    if (!organisation) continue;
    const known = found.get(organisation.id);
    if (known) known.permissions.push(permission);
    else found.set(organisation.id, { ...organisation, permissions: [permission] });
  }
  return [...found.values()];
}
