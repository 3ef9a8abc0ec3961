import { type RawBuilder, sql } from 'kysely';
import type { UserSort } from '../../contract/users.ts';

/** How a list stands: by which value of which table (alias `u`), and then by id. */
export type ListOrder = {
  sort: UserSort;
  relation: 'user_search' | 'users';
  column: 'sort_key' | 'email_key' | 'last_sign_in_at' | 'created_at';
  type: 'text' | 'timestamptz';
  descending: boolean;
};

const orders = {
  name: { relation: 'user_search', column: 'sort_key', type: 'text' },
  email: { relation: 'users', column: 'email_key', type: 'text' },
  lastSignIn: { relation: 'users', column: 'last_sign_in_at', type: 'timestamptz' },
  createdAt: { relation: 'users', column: 'created_at', type: 'timestamptz' },
} as const;

/** The order that goes by this name. Somebody who never signed in stands before everybody who did. */
export function orderOf(sort: UserSort): ListOrder {
  const descending = sort.startsWith('-');
  const name = (descending ? sort.slice(1) : sort) as keyof typeof orders;
  return { sort, descending, ...orders[name] };
}

/** Where a page goes on: after the row with this value and id. Instants as text, to the microsecond. */
export type Place = { value: string; id: string };

/** The condition for rows after a place; true for the first page. */
export function afterPlace(
  order: ListOrder,
  place: Place | null,
  column: string = order.column,
): RawBuilder<boolean> {
  if (!place) return sql`true`;
  const value = order.type === 'text' ? sql`${place.value}::text` : sql`${place.value}::timestamptz`;
  const sign = sql.raw(order.descending ? '<' : '>');
  return sql`(${sql.ref(`u.${column}`)}, u.id) ${sign} (${value}, ${place.id}::uuid)`;
}

/** `order by` for rows that carry `value` and `id`. */
export function byValue({ descending }: ListOrder): RawBuilder<unknown> {
  return descending ? sql`order by value desc, id desc` : sql`order by value, id`;
}

/** `order by` for the table itself, as its index stands. */
export function byColumn({ column, descending }: ListOrder): RawBuilder<unknown> {
  const ref = sql.ref(`u.${column}`);
  return descending ? sql`order by ${ref} desc, u.id desc` : sql`order by ${ref}, u.id`;
}

/** `value` as the text that a `Place` holds. */
export function valueText({ type }: ListOrder): RawBuilder<string> {
  if (type === 'text') return sql`value`;
  return sql`case when value = '-infinity' then '-infinity'
    else to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') end`;
}
