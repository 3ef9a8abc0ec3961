import type { User } from '../../contract/user-shapes.ts';
import type { getUser } from '../../contract/users.ts';
import type { Act } from '../act/act.ts';
import { type Actor, seenOrganisations } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { listStaffMemberships } from '../employment/employment.sql.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { listGroupsOf } from '../groups/group-links.sql.ts';
import { listFilesOf } from '../held-fields/held-fields.sql.ts';
import { heldBy } from '../held-fields/held-fields.ts';
import { getVisibleUser, mayManage } from '../members/gate.ts';
import { listMembershipsOf } from '../members/members.sql.ts';
import { findPhotoTag } from '../photos/photos.sql.ts';
import { roleName } from '../roles/role-name.ts';
import { listRolesOf } from '../roles/roles.sql.ts';
import { describeFactors } from '../second-factors/describe-factors.ts';
import { readSettings } from '../settings/read-settings.ts';
import { findCredential } from '../sign-in/credentials.sql.ts';
import { listSessionsOf } from '../sign-in/sessions.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { fieldsOf, type UserRow } from '../users/users.sql.ts';
import { allowedDeeds } from './allowed-deeds.ts';
import { findInvitation } from './invitation.sql.ts';

/** Everything the page of a user shows. */
export const getUserAct: Act<typeof getUser> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  const user = await getVisibleUser(db, actor, id);
  return { ...(await describeUser(db, actor, user)), allowed: await allowedDeeds(db, actor, user, day) };
};

/** For acts on a person: does the deed, then answers with the person as they are now. */
export function thenUser<Input extends { id: string }>(
  deed: (db: Db, actor: Actor, input: Input) => Promise<unknown>,
) {
  return async (db: Db, actor: Actor, input: Input): Promise<User> => {
    await deed(db, actor, input);
    return getUserAct(db, actor, { id: input.id });
  };
}

/** The same for the act that adds somebody. */
export function thenNewUser<Input>(deed: (db: Db, actor: Actor, input: Input) => Promise<string>) {
  return async (db: Db, actor: Actor, input: Input): Promise<User> =>
    getUserAct(db, actor, { id: await deed(db, actor, input) });
}

async function describeUser(db: Db, actor: Actor, user: UserRow): Promise<Omit<User, 'allowed'>> {
  const settings = await readSettings(db);
  const credential = await findCredential(db, user.id);
  const roles = await listRolesOf(db, user.id);
  const seen = seenOrganisations(actor);
  const memberships = await listMembershipsOf(db, user.id, seen);
  return {
    id: user.id,
    number: user.number,
    ...fieldsOf(user),
    name: nameOf(user),
    admin: user.is_admin,
    state: user.state,
    billed: user.billed,
    locked: user.locked_at !== null,
    lockedAt: user.locked_at?.toString() ?? null,
    ...(await describeFactors(db, user, settings.twoFactorForAll, seen)),
    lastSignInAt: user.last_sign_in_at?.toString() ?? null,
    createdAt: user.created_at.toString(),
    activatedAt: user.activated_at?.toString() ?? null,
    startsOn: user.starts_on,
    leavesOn: user.leaves_on,
    photo: await findPhotoTag(db, user.id),
    version: user.version,
    pendingEmail: user.pending_email,
    nameGuessed: user.is_name_guessed,
    defaultSender: user.default_sender,
    personnelFiles: ((await listFilesOf(db, [user.id])).get(user.id) ?? []).map((file) => ({
      id: file.id,
      name: file.name,
      linked: file.linked,
      held: heldBy(file),
      released: file.released,
    })),
    groups: (await listGroupsOf(db, user.id)).map(({ id, kind, name, email, since, until, manager }) => ({
      id,
      kind,
      name,
      email,
      since,
      until,
      manager,
    })),
    mustChangePassword: credential?.mustChange ?? false,
    hasPassword: credential !== undefined,
    sessions: (await listSessionsOf(db, user.id, settings)).length,
    invitation: user.activated_at === null ? await findInvitation(db, user.id) : null,
    staffMemberships: await listStaffMemberships(db, user.id),
    roles: roles.map((role) => ({
      id: role.id,
      key: role.key,
      name: roleName(role, actor.language),
      endsOn: role.endsOn,
    })),
    organisations: memberships.map((membership) => ({
      id: membership.organisationId,
      name: membership.organisationName,
      role: roleName({ key: membership.roleKey, name: membership.roleName }, actor.language),
      roleId: membership.roleId,
      allowed: mayManage(actor, membership.organisationId, membership)
        ? (['change-role', 'remove'] as const)
        : [],
    })),
  };
}
