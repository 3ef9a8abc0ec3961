import { setUserGroups } from '../../contract/groups.ts';
import type { User } from '../../contract/user-shapes.ts';
import { changeUser, setAdminAccess, setUserRoles } from '../../contract/users.ts';
import { call, isRefusal, type Refusal } from '../kit/call.ts';
import { type Draft, detailsInput, draftOf, fieldsBetween, type Part, partsOf } from './draft.ts';

/** What became of a Save: the person as they are now, the parts that were saved, and where it stopped, if it did. */
export type Saved = { user: User; done: Part[]; stopped?: { part: Part; refusal: Refusal } };

/**
 * Saves what differs between a person and a draft: details, then roles, groups and admin access, each over the version
 * that the one before answered. Stops at the first refusal; the parts before it stay saved.
 */
export async function saveParts(user: User, wanted: Draft, emailAtOnce: boolean): Promise<Saved> {
  const details = detailsInput(user, wanted, emailAtOnce);
  const done: Part[] = [];
  let current = user;
  for (const part of partsOf(fieldsBetween(draftOf(user), wanted))) {
    try {
      current = await savePart(part, current, wanted, details);
      done.push(part);
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      return { user: current, done, stopped: { part, refusal } };
    }
  }
  return { user: current, done };
}

async function savePart(
  part: Part,
  { id, version }: User,
  wanted: Draft,
  details: ReturnType<typeof detailsInput>,
): Promise<User> {
  if (part === 'details') return call(changeUser, details, { version });
  if (part === 'roles') {
    const roles = wanted.roles.map((role) => ({ id: role, endsOn: wanted.roleEnds[role] || null }));
    return call(setUserRoles, { id, roles }, { version });
  }
  if (part === 'groups') return call(setUserGroups, { id, groups: [...wanted.groups] }, { version });
  return call(setAdminAccess, { id, granted: wanted.admin }, { version });
}
