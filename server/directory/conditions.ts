import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** A condition on rows with the alias `u`. */
export type Condition = RawBuilder<SqlBool>;

export function all(conditions: Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** A question about the record of `u`. */
export function askUser(test: (alias: string) => Condition): Condition {
  return sql`(select ${test('x')} from users x where x.id = u.id)`;
}

/** Which assignments `a` give one of these roles on this day. */
export function isHeld(ids: string[], today: string): Condition {
  const role = ids.length === 1 ? sql`a.role_id = ${ids[0]}::uuid` : sql`a.role_id = any(${ids}::uuid[])`;
  return sql`${role} and coalesce(a.ends_on, 'infinity') >= ${today}::date`;
}

/** A scalar subquery stays one look-up per person; PostgreSQL would turn `exists` into a join over all holders. */
export function holdsRole(ids: string[], today: string): Condition {
  return sql`(select true from role_assignments a where ${isHeld(ids, today)} and a.user_id = u.id limit 1)`;
}
