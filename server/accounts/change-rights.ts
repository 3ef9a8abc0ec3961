import type { InputOf } from '../../contract/endpoint.ts';
import type { setAdminAccess, setUserRoles } from '../../contract/users.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { assertMayGive, assertNotAbove, lockVisibleUser } from '../members/gate.ts';
import { assignmentsFor, readWishes } from '../roles/read-wishes.ts';
import { listRolesOf, replaceRoles } from '../roles/roles.sql.ts';
import { assertOtherAdministrator, lockAdministrators } from '../users/last-administrator.ts';
import { assertVersion, findUser, updateMarks, updateVersion } from '../users/users.sql.ts';

/** Grants or takes away admin access; the last administrator who can sign in keeps it. */
export async function setAdminAccessAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof setAdminAccess>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    await lockAdministrators(transaction);
    await assertStillAdministrator(transaction, actor);
    const user = await lockVisibleUser(transaction, actor, input.id);
    assertVersion(user, input.version);
    if (user.is_admin === input.granted) return;
    if (!input.granted) await assertOtherAdministrator(transaction, user.id, day);
    await updateMarks(transaction, user.id, { is_admin: input.granted });
    await recordDeeds(transaction, actor, [
      {
        action: input.granted ? 'users.admin-granted' : 'users.admin-taken',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'admin', from: user.is_admin, to: input.granted }],
      },
    ]);
  });
}

/** Somebody may have taken the actor's admin access while this request waited. After `lockAdministrators`. */
export async function assertStillAdministrator(transaction: Db, actor: Actor): Promise<void> {
  if (actor.userId === null) return;
  const now = await findUser(transaction, actor.userId);
  if (!now?.is_admin) throw new Refused('session.not-allowed');
}

/** Makes these the roles of a person. What changes, given or taken, must lie within the actor's own rights. */
export async function setUserRolesAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof setUserRoles>>,
): Promise<void> {
  const day = await ensureToday(db);
  const wanted = await readWishes(db, input.roles, day);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    const before = await listRolesOf(transaction, user.id);
    const given = wanted.filter((role) => !before.some(({ id }) => id === role.id));
    const taken = before.filter((role) => !wanted.some(({ id }) => id === role.id));
    const after = assignmentsFor(wanted, before);
    const moved = wanted.filter(({ id }) =>
      before.some((old) => old.id === id && old.endsOn !== after.find(({ roleId }) => roleId === id)?.endsOn),
    );
    if (given.length + taken.length + moved.length === 0) return;
    assertMayGive(actor, [...given, ...taken, ...moved]);
    await assertNotHeld(transaction, actor, user.id, ['roles']);
    await replaceRoles(transaction, user.id, after);
    await updateVersion(transaction, user.id);
    const endOf = (id: string) => after.find(({ roleId }) => roleId === id)?.endsOn ?? null;
    await recordDeeds(transaction, actor, [
      {
        action: 'users.roles-changed',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [
          {
            field: 'roles',
            from: before.map((role) => describeGiven(role, role.endsOn)),
            to: wanted.map((role) => describeGiven(role, endOf(role.id))),
          },
        ],
      },
    ]);
  });
}

function describeGiven(role: { key: string | null; name: string | null }, endsOn: string | null): string {
  const name = role.key ?? role.name ?? '';
  return endsOn === null ? name : `${name} (→ ${endsOn})`;
}
