import { isEmail, isSharedAddress, normaliseEmail } from '../../contract/emails.ts';
import type { checkEmail } from '../../contract/users.ts';
import type { Act } from '../act/act.ts';
import { seenOrganisations } from '../act/actor.ts';
import { getVisibleUser } from '../members/gate.ts';
import { listMembershipsOf } from '../members/members.sql.ts';
import { nameOf } from '../users/name-of.ts';
import { findUserByEmail } from '../users/users.sql.ts';

/** Who has this address already, as far as the actor may know; and whether several people seem to read it. */
export const checkEmailAct: Act<typeof checkEmail> = async (db, actor, { email }) => {
  const address = normaliseEmail(email);
  if (!isEmail(address)) return { valid: false, shared: false, taken: null };
  const owner = await findUserByEmail(db, address);
  const visible = owner ? await getVisibleUser(db, actor, owner.id).catch(() => null) : null;
  const memberships = visible ? await listMembershipsOf(db, visible.id, seenOrganisations(actor)) : [];
  return {
    valid: true,
    shared: isSharedAddress(address),
    taken: visible && {
      id: visible.id,
      name: nameOf(visible),
      state: visible.state,
      organisations: memberships.map(({ organisationId }) => organisationId),
    },
  };
};
