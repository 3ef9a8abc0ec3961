import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TwoFactorState } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';
import { readSettings } from '../settings/read-settings.ts';

/** Of whom a second factor is asked, besides single people: of everybody, of members of these organisations. */
export type TwoFactorDemands = { everybody: boolean; organisations: string[] };

export async function readTwoFactorDemands(db: Db): Promise<TwoFactorDemands> {
  const { twoFactorForAll } = await readSettings(db);
  const asking = await db
    .selectFrom('organisations')
    .select('id')
    .where('two_factor_required', '=', true)
    .execute();
  return { everybody: twoFactorForAll, organisations: asking.map(({ id }) => id) };
}

/**
 * What must_have_two_factor in the database says of one person, for lists: that function would be called for each of a
 * million rows. The organisations that ask are few, and mostly none. `x` is the alias of users.
 */
function mustHaveTwoFactor(x: string, { everybody, organisations }: TwoFactorDemands): RawBuilder<SqlBool> {
  if (everybody) return sql`true`;
  const own = sql<SqlBool>`${sql.ref(`${x}.two_factor_required`)}`;
  if (organisations.length === 0) return own;
  return sql`(${own} or (select true from members m where m.user_id = ${sql.ref(`${x}.id`)}
    and m.organisation_id = any(${organisations}::uuid[]) limit 1) is true)`;
}

/**
 * The same, read in the statement itself: for few people, whom a statement more would cost more. Where no organisation
 * asks, nobody's memberships are looked up.
 */
export function mustHaveTwoFactorNow(x: string): RawBuilder<SqlBool> {
  return sql`(${sql.ref(`${x}.two_factor_required`)}
    or (select coalesce((i.settings ->> 'twoFactorForAll')::boolean, false) from installation i)
    or exists (select from organisations o where o.two_factor_required)
    and (select true from members m where m.user_id = ${sql.ref(`${x}.id`)} and m.organisation_id = any(
      array(select o.id from organisations o where o.two_factor_required)) limit 1) is true)`;
}

/** Whether somebody is in one of these states. */
export function hasTwoFactorState(
  x: string,
  states: TwoFactorState[],
  demands: TwoFactorDemands,
): RawBuilder<SqlBool> {
  const on = sql<SqlBool>`${sql.ref(`${x}.two_factor_on`)}`;
  const required = mustHaveTwoFactor(x, demands);
  const meanings: Record<TwoFactorState, RawBuilder<SqlBool>> = {
    off: sql`(not ${on} and not ${required})`,
    required: sql`(not ${on} and ${required})`,
    on: sql`(${on} and not ${required})`,
    'on-and-required': sql`(${on} and ${required})`,
  };
  return sql`(${sql.join(
    states.map((state) => meanings[state]),
    sql` or `,
  )})`;
}
