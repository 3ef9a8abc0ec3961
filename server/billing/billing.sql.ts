import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { BilledMonth } from '../../contract/billing.ts';
import type { Db } from '../db/transact.ts';

/** The organisations whose people are counted; null: everybody. */
export type Scope = string[] | null;

/** The days of a month that have come. */
export type Days = { first: string; last: string };

function among(scope: Scope, user: RawBuilder<unknown>): RawBuilder<SqlBool> {
  if (scope === null) return sql`true`;
  return sql`exists (
    select from members m where m.user_id = ${user} and m.organisation_id = any(${scope}::uuid[])
  )`;
}

/** Of the staff memberships, here called `s`: those that cover at least one of these days. */
function covering({ first, last }: Days): RawBuilder<SqlBool> {
  return sql`(s.starts_on <= ${last}::date and (s.leaves_on is null or s.leaves_on >= ${first}::date))`;
}

/**
 * Who is still here and counted in the month that begins on `first`, up to `last`: what triggers sum up for whole months,
 * less those who come only after `last`.
 */
function countedUpTo(first: RawBuilder<unknown>, last: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(
    (select coalesce(sum(b.delta), 0) from billed_months b where b.month <= ${first})
    - (select count(distinct s.user_id) from staff_memberships s
      where s.starts_on > ${last} and s.starts_on < ${first} + interval '1 month' and not exists (
        select from staff_memberships e
        where e.user_id = s.user_id and e.starts_on <= ${last} and (e.leaves_on is null or e.leaves_on >= ${first})
      ))
  )`;
}

/** The last `count` months, oldest first. */
export async function countMonths(db: Db, today: string, count: number): Promise<BilledMonth[]> {
  const { rows } = await sql<BilledMonth>`
    with months as (
      select d::date as first, least((d + interval '1 month')::date - 1, ${today}::date) as last
      from generate_series(
        month_of(${today}::date)::timestamp - make_interval(months => ${count - 1}::int),
        month_of(${today}::date)::timestamp, interval '1 month'
      ) d
    ),
    counted as (
      select m.first, ${countedUpTo(sql`m.first`, sql`m.last`)} as living,
        coalesce((
          select sum(f.people) from billed_former f where f.month = m.first and f.organisation_id is null
        ), 0) as deleted
      from months m
    )
    select to_char(c.first, 'YYYY-MM') as month, (c.living + c.deleted)::int as people, c.deleted::int as deleted,
      (count(k.seq) filter (where k.people = 1))::int as added,
      (count(k.seq) filter (where k.people = -1))::int as removed
    from counted c
    left join billing_corrections k on k.month = c.first
    group by c.first, c.living, c.deleted
    order by c.first`.execute(db);
  return rows;
}

/** How many people who are still here counted on these days, from the first of a month on. */
export async function countPeople(db: Db, days: Days, scope: Scope): Promise<number> {
  const people =
    scope === null
      ? countedUpTo(sql`${days.first}::date`, sql`${days.last}::date`)
      : sql`(select count(distinct m.user_id) from members m join staff_memberships s on s.user_id = m.user_id
          where m.organisation_id = any(${scope}::uuid[]) and ${covering(days)})`;
  const { rows } = await sql<{ people: number }>`select ${people}::int as people`.execute(db);
  return rows[0]?.people ?? 0;
}

export type CountedOrganisation = { id: string; name: string; name_key: string; people: number };

/**
 * Organisations by name, with their members who counted on these days: those who are here today, which is known, and what
 * was different then. The nearer the days, the less there is to look for.
 */
export async function listOrganisations(
  db: Db,
  days: Days,
  today: string,
  after: [string, string] | null,
  limit: number,
): Promise<CountedOrganisation[]> {
  const now = covering({ first: today, last: today });
  const { rows } = await sql<CountedOrganisation>`
    with page as materialized (
      select o.id, o.name, o.name_key from organisations o
      where ${after === null ? sql`true` : sql`(o.name_key, o.id) > (${after[0]}, ${after[1]}::uuid)`}
      order by o.name_key, o.id limit ${limit}
    ),
    different as (
      select distinct e.user_id, 1 as people from staff_memberships e
      where e.leaves_on >= ${days.first}::date and e.leaves_on < ${today}::date and e.starts_on <= ${days.last}::date
        and not exists (select from staff_memberships s where s.user_id = e.user_id and ${now})
      union all
      select s.user_id, -1 from staff_memberships s
      where s.starts_on > ${days.last}::date and ${now}
        and not exists (select from staff_memberships e where e.user_id = s.user_id
          and e.starts_on <= ${days.last}::date and e.leaves_on >= ${days.first}::date)
    ),
    -- Once, not for each organisation of the page.
    counted as materialized (
      select c.circle as id, c.delta as people from circle_counts c
      where c.circle in (select id from page) and c.state in ('pending', 'active')
      union all
      select m.organisation_id, d.people from different d join members m on m.user_id = d.user_id
      where m.organisation_id in (select id from page)
    )
    select p.id, p.name, p.name_key, (
      coalesce((select sum(c.people) from counted c where c.id = p.id), 0) + coalesce(f.people, 0)
    )::int as people
    from page p
    left join billed_former f on f.organisation_id = p.id and f.month = ${days.first}::date
    order by p.name_key, p.id`.execute(db);
  return rows;
}

export type CountedPerson = {
  id: string;
  sort_key: string;
  number: number;
  first_name: string;
  infix: string | null;
  last_name: string;
  email: string;
  personnel_number: string | null;
  organisations: string[];
  since: string;
  until: string | null;
};

const states = ['pending', 'active', 'starting', 'deactivated'];

/** Who counted on these days, by name: walks the index of each state and merges what it finds. */
export async function listPeople(
  db: Db,
  days: Days,
  scope: Scope,
  after: [string, string] | null,
  limit: number,
): Promise<CountedPerson[]> {
  const walks = states.map(
    (state) => sql`(
      select w.id, w.sort_key from user_search w
      where w.state = ${sql.lit(state)}
        and ${after === null ? sql`true` : sql`(w.sort_key, w.id) > (${after[0]}, ${after[1]}::uuid)`}
        and exists (select from staff_memberships s where s.user_id = w.id and ${covering(days)})
        and ${among(scope, sql`w.id`)}
      order by w.sort_key, w.id limit ${limit}
    )`,
  );
  const { rows } = await sql<CountedPerson>`
    with page as materialized (
      select * from (${sql.join(walks, sql` union all `)}) walked order by sort_key, id limit ${limit}
    )
    select u.id, u.sort_key, u.number, u.first_name, u.infix, u.last_name, u.email, u.personnel_number, p.since, p.until,
      array(select o.name from members m join organisations o on o.id = m.organisation_id
        where m.user_id = u.id order by o.name_key) as organisations
    from page join users u on u.id = page.id, lateral (
      select min(s.starts_on) as since, (array_agg(s.leaves_on order by s.starts_on desc))[1] as until
      from staff_memberships s where s.user_id = u.id and ${covering(days)}
    ) p
    order by u.sort_key, u.id`.execute(db);
  return rows;
}
