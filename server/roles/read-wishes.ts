import type { RoleWish } from '../../contract/user-shapes.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { type Assignment, getRoles, type StoredRole } from './roles.sql.ts';

export type WishedRole = StoredRole & { endsOn: string | null | undefined };

/** The roles that are wished for; `endsOn` undefined: as it was. A last day that has passed is refused. */
export async function readWishes(db: Db, wishes: RoleWish[], today: string): Promise<WishedRole[]> {
  const plain = wishes.map((wish) => (typeof wish === 'string' ? { id: wish, endsOn: undefined } : wish));
  if (plain.some(({ endsOn }) => endsOn && endsOn < today)) {
    throw new Refused('request.invalid', { fields: [{ field: 'roles', code: 'fields.day-passed' }] });
  }
  const roles = await getRoles(
    db,
    'installation',
    plain.map(({ id }) => id),
    'roles',
  );
  return roles.map((role) => ({
    ...role,
    endsOn: plain.find(({ id }) => id === role.id || id === role.key)?.endsOn,
  }));
}

/** The assignments that fulfil the wishes, given what was there. */
export function assignmentsFor(
  wishes: WishedRole[],
  before: { id: string; endsOn: string | null }[],
): Assignment[] {
  return wishes.map((role) => {
    const old = before.find(({ id }) => id === role.id);
    return { roleId: role.id, endsOn: role.endsOn === undefined ? (old?.endsOn ?? null) : role.endsOn };
  });
}
