-- The billed people of each month, without counting a million staff memberships for it (docs/decisions/0022).

-- By how much the people who counted in a month are more than those of the month before: the sum of all rows. Whoever a
-- staff membership covered on any day of a month counts in it, once. Written by trigger, added up by housekeeping.
create table billed_months (
  month date not null,
  delta bigint not null
);

-- What periods change: 1 in the month in which one begins, -1 in the month after the one in which it ends. Of somebody
-- who comes back within the month in which they left, that month counts once. The periods of one person do not overlap.
create function month_steps(people uuid[], starts date[], ends date[])
returns table (month date, delta bigint) language sql stable as $$
  with spans as (
    select p.person, month_of(p.starts_on) as opens,
      (month_of(p.leaves_on) + interval '1 month')::date as closes, p.starts_on
    from unnest(people, starts, ends) p (person, starts_on, leaves_on)
  ),
  steps as (
    select s.closes, greatest(s.opens, lag(s.closes) over (partition by s.person order by s.starts_on)) as opens
    from spans s
  )
  select o.opens, count(*) from steps o group by o.opens
  union all
  select c.closes, -count(*) from steps c where c.closes is not null group by c.closes
$$;

create function count_billed_months(added staff_memberships[], removed staff_memberships[])
returns void language plpgsql as $$
declare
  touched uuid[] := array(select distinct c.user_id from unnest(added || removed) c);
begin
  with periods as (
    select s.user_id, s.starts_on, s.leaves_on, true as stands, a.id is null as stood
    from staff_memberships s left join unnest(added) a on a.id = s.id
    where s.user_id = any(touched)
    union all
    select r.user_id, r.starts_on, r.leaves_on, false, true from unnest(removed) r
  ),
  steps as (
    select m.month, m.delta
    from (select array_agg(user_id) as users, array_agg(starts_on) as starts, array_agg(leaves_on) as ends
      from periods where stands) p, month_steps(p.users, p.starts, p.ends) m
    union all
    select m.month, -m.delta
    from (select array_agg(user_id) as users, array_agg(starts_on) as starts, array_agg(leaves_on) as ends
      from periods where stood) p, month_steps(p.users, p.starts, p.ends) m
  )
  insert into billed_months select month, sum(delta) from steps group by month having sum(delta) <> 0;
end $$;

create function staff_memberships_counted() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform count_billed_months(array_agg(n::staff_memberships), '{}') from after_rows n having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform count_billed_months('{}', array_agg(o::staff_memberships)) from before_rows o having count(*) > 0;
  else
    perform count_billed_months(array_agg(n::staff_memberships), array_agg(o::staff_memberships))
    from after_rows n join before_rows o on o.id = n.id
    where (n.starts_on, n.leaves_on) is distinct from (o.starts_on, o.leaves_on) having count(*) > 0;
  end if;
  return null;
end $$;

create trigger staff_memberships_counted_in after insert on staff_memberships
  referencing new table as after_rows for each statement execute function staff_memberships_counted();
create trigger staff_memberships_counted_anew after update on staff_memberships
  referencing old table as before_rows new table as after_rows
  for each statement execute function staff_memberships_counted();
create trigger staff_memberships_counted_out after delete on staff_memberships
  referencing old table as before_rows for each statement execute function staff_memberships_counted();

-- Counts everybody anew.
create function recount_billed_months() returns void language sql as $$
  delete from billed_months;
  insert into billed_months
  select m.month, sum(m.delta)
  from (select array_agg(user_id) as users, array_agg(starts_on) as starts, array_agg(leaves_on) as ends
    from staff_memberships) p, month_steps(p.users, p.starts, p.ends) m
  group by m.month having sum(m.delta) <> 0;
$$;
select recount_billed_months();
