import type { Db } from '../db/transact.ts';
import {
  listStaffMemberships,
  replaceStaffMemberships,
  type StaffMembership,
} from '../employment/employment.sql.ts';
import { deleteGroupLinks, insertLinks, listGroupsOf } from '../groups/group-links.sql.ts';
import { deleteMember, listMembershipsOf } from '../members/members.sql.ts';
import { type Assignment, listRolesOf, replaceRoles } from '../roles/roles.sql.ts';
import { revokeLinks } from '../sign-in/links.sql.ts';
import { fieldsOf, type PersonFields, type UserRow, updateMarks, updateUser } from '../users/users.sql.ts';

/** How somebody stood before an import changed them; `version`: after it. */
export type Snapshot = {
  version?: number;
  fields: PersonFields;
  pendingEmail: string | null;
  defaultSender: string | null;
  memberships: StaffMembership[];
  roles: Assignment[];
  groups: { id: string; since: string; manager: boolean }[];
  organisations: string[];
};

export async function readSnapshot(transaction: Db, user: UserRow): Promise<Snapshot> {
  return {
    fields: fieldsOf(user),
    pendingEmail: user.pending_email,
    defaultSender: user.default_sender,
    memberships: await listStaffMemberships(transaction, user.id),
    roles: (await listRolesOf(transaction, user.id)).map(({ id, endsOn }) => ({ roleId: id, endsOn })),
    groups: (await listGroupsOf(transaction, user.id)).map(({ id, since, manager }) => ({
      id,
      since,
      manager,
    })),
    organisations: (await listMembershipsOf(transaction, user.id, null)).map(
      ({ organisationId }) => organisationId,
    ),
  };
}

/** Puts somebody back as they stood. The caller has the row locked and knows that nothing was changed since. */
export async function restoreSnapshot(transaction: Db, user: UserRow, before: Snapshot): Promise<void> {
  const { id } = user;
  await updateUser(transaction, user, before.fields);
  if (user.pending_email !== before.pendingEmail) {
    await updateMarks(transaction, id, { pending_email: before.pendingEmail });
    await revokeLinks(transaction, id, ['email']);
  }
  await replaceRoles(transaction, id, before.roles);
  await restoreGroups(transaction, user, before);
  const joined = (await listMembershipsOf(transaction, id, null)).filter(
    ({ organisationId }) => !before.organisations.includes(organisationId),
  );
  for (const { organisationId } of joined) await deleteMember(transaction, organisationId, id);
  await replaceStaffMemberships(transaction, id, before.memberships);
}

async function restoreGroups(transaction: Db, user: UserRow, before: Snapshot): Promise<void> {
  const now = await listGroupsOf(transaction, user.id);
  const added = now.filter(({ id }) => !before.groups.some((group) => group.id === id));
  await deleteGroupLinks(
    transaction,
    user.id,
    added.map(({ id }) => id),
  );
  const gone = before.groups.filter(({ id }) => !now.some((group) => group.id === id));
  await insertLinks(
    transaction,
    gone.map(({ id, since, manager }) => ({ groupId: id, userId: user.id, since, manager })),
  );
  if (user.default_sender !== before.defaultSender) {
    await updateMarks(transaction, user.id, { default_sender: before.defaultSender });
  }
}
