import { sql } from 'kysely';
import { twoFactorState, type User } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';
import type { UserRow } from '../users/users.sql.ts';

type Read = { organisations: { id: string; name: string }[]; factors: User['secondFactors'] };

/**
 * What the page of a user says of their second factors: the state, by whom one is asked, and what there is. Of the
 * organisations that ask it names those that the reader may know of (null: all).
 */
export async function describeFactors(
  db: Db,
  user: UserRow,
  everybody: boolean,
  seen: string[] | null,
): Promise<Pick<User, 'twoFactor' | 'twoFactorRequiredBy' | 'secondFactors'>> {
  const { rows } = await sql<Read>`
    select
      (
        select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name_key), '[]')
        from members m join organisations o on o.id = m.organisation_id
        where m.user_id = ${user.id} and o.two_factor_required
      ) as organisations,
      json_build_object(
        'app', exists (select from authenticator_apps a where a.user_id = ${user.id} and a.secret is not null),
        'passkeys', (select count(*) from passkeys p where p.user_id = ${user.id}),
        'recoveryCodes', (select count(*) from recovery_codes c where c.user_id = ${user.id} and c.used_at is null)
      ) as factors`.execute(db);
  const { organisations = [], factors = { app: false, passkeys: 0, recoveryCodes: 0 } } = rows[0] ?? {};
  const person = user.two_factor_required;
  const known = organisations.filter(({ id }) => seen === null || seen.includes(id));
  return {
    twoFactor: twoFactorState(user.two_factor_on, person || everybody || organisations.length > 0),
    twoFactorRequiredBy: { person, organisations: known.map(({ name }) => name), everybody },
    secondFactors: factors,
  };
}
