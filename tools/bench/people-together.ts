import { sql } from 'kysely';
import type { Database } from '../../server/db/connect.ts';

/** An organisation and a group of 10,000 people each, an empty group, and somebody of the organisation. */
export type Together = {
  organisation: string;
  group: string;
  empty: string;
  boss: string;
  /** All of the organisation. */
  everybody: string[];
};

const name = 'Bij elkaar';
const count = 10_000;

/** Finds them in a kept database, or makes them there once. */
export async function belongTogether({ db, run }: Database): Promise<Together> {
  const find = async (table: 'organisations' | 'groups', key: string) =>
    (await db.selectFrom(table).select('id').where('name_key', '=', key).executeTakeFirst())?.id;
  if (!(await find('organisations', name))) {
    const some = sql`select id from users order by hashint8(number) limit ${sql.lit(count)}`;
    await sql`insert into organisations (id, name, name_key) values (gen_random_uuid(), ${name}, ${name})`.execute(
      db,
    );
    await sql`insert into groups (id, kind, name, name_key)
      select gen_random_uuid(), 'group', n, n from unnest(array[${name}, ${`${name}, leeg`}]) n`.execute(db);
    await sql`insert into members (organisation_id, user_id, role_id)
      select o.id, u.id, r.id from organisations o, roles r, (${some}) u
      where o.name_key = ${name} and r.key = 'member' on conflict do nothing`.execute(db);
    await sql`insert into group_members (group_id, user_id, since)
      select g.id, u.id, current_date from groups g, (${some}) u where g.name_key = ${name}`.execute(db);
    await run('analyze');
  }
  const organisation = (await find('organisations', name)) ?? '';
  const { rows } = await sql<{ id: string }>`
    select user_id as id from members where organisation_id = ${organisation}::uuid order by user_id`.execute(
    db,
  );
  const everybody = rows.map(({ id }) => id);
  return {
    organisation,
    group: (await find('groups', name)) ?? '',
    empty: (await find('groups', `${name}, leeg`)) ?? '',
    boss: everybody[0] ?? '',
    everybody,
  };
}
