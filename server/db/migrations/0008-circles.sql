-- Lists of those who belong somewhere (docs/decisions/0008).

-- A circle is a role, an organisation, a group, or a mark (below): whatever a list can be asked for by. Here its people
-- stand in the order of the list, kept by triggers. Of what ends, only what has not ended on installation.rolled_on.
create table circle_people (
  circle uuid not null,
  state text collate "C" not null,
  sort_key text collate "C" not null,
  user_id uuid not null,
  -- The last day.
  until date not null default 'infinity'
);

-- How many people of a circle have which state: the sum of all rows. Written by trigger, added up by housekeeping.
create table circle_counts (
  circle uuid not null,
  state text not null,
  delta bigint not null
);

-- The marks of people that have circles of their own: locked, with admin access, with a second factor, with a day on
-- which they leave.
create function marks_of(person users) returns table (circle uuid, until date) language sql stable as $$
  select '00000000-0000-0000-0000-000000000001'::uuid, null::date where person.locked_at is not null
  union all
  select '00000000-0000-0000-0000-000000000002', null where person.is_admin
  union all
  select '00000000-0000-0000-0000-000000000003', null where person.two_factor_on
  union all
  select '00000000-0000-0000-0000-000000000004', person.leaves_on
  where person.standing = 'present' and person.leaves_on is not null
$$;

-- Everybody who belongs somewhere, and until which day: what circle_people is filled from.
create function belongings() returns table (circle uuid, user_id uuid, until date) language sql stable as $$
  select a.role_id, a.user_id, a.ends_on from role_assignments a
  union all
  select m.organisation_id, m.user_id, null from members m
  union all
  select g.group_id, g.user_id, g.until from group_members g
  union all
  select m.circle, u.id, m.until from users u, marks_of(u) m
  where u.locked_at is not null or u.is_admin or u.two_factor_on or u.leaves_on is not null
$$;

insert into circle_people
select b.circle, s.state, s.sort_key, b.user_id, coalesce(b.until, 'infinity')
from belongings() b join user_search s on s.id = b.user_id cross join installation i
where coalesce(b.until, 'infinity') >= i.rolled_on;
insert into circle_counts select circle, state, count(*) from circle_people group by circle, state;

alter table circle_people
  add primary key (circle, state, sort_key, user_id) include (until),
  add foreign key (user_id) references users on delete cascade;
create index circle_people_by_user on circle_people (user_id);
create index circle_people_by_end on circle_people (until) where until < 'infinity';
create index circle_counts_by_circle on circle_counts (circle);

-- Lets people into circles. Their rows in user_search stay as they are until the commit, and with an end in sight the
-- day too: else a change at the same moment would pass these new rows by. In order, so that two cannot wait for each
-- other.
create function enter_circles(circles uuid[], people uuid[], ends date[]) returns void language plpgsql as $$
begin
  if array_remove(ends, null) <> '{}' then
    perform from installation for key share;
  end if;
  perform from user_search where id = any(people) order by id for share;
  insert into circle_people
  select e.circle, s.state, s.sort_key, s.id, coalesce(e.until, 'infinity')
  from unnest(circles, people, ends) e (circle, person, until)
  join user_search s on s.id = e.person
  where e.until is null or e.until >= (select rolled_on from installation);
end $$;

create function role_assignments_circled() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from circle_people c using removed r where c.user_id = r.user_id and c.circle = r.role_id;
  end if;
  if tg_op <> 'DELETE' then
    perform enter_circles(array_agg(role_id), array_agg(user_id), array_agg(ends_on)) from added having count(*) > 0;
  end if;
  return null;
end $$;

-- Another role of the same member changes no circle.
create function members_circled() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from circle_people c using
      (select organisation_id, user_id from removed except select organisation_id, user_id from added) r
    where c.user_id = r.user_id and c.circle = r.organisation_id;
    perform enter_circles(array_agg(organisation_id), array_agg(user_id), array_agg(null::date))
    from (select organisation_id, user_id from added except select organisation_id, user_id from removed) a
    having count(*) > 0;
  elsif tg_op = 'DELETE' then
    delete from circle_people c using removed r where c.user_id = r.user_id and c.circle = r.organisation_id;
  else
    perform enter_circles(array_agg(organisation_id), array_agg(user_id), array_agg(null::date))
    from added having count(*) > 0;
  end if;
  return null;
end $$;

create function group_members_circled() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from circle_people c using removed r where c.user_id = r.user_id and c.circle = r.group_id;
  end if;
  if tg_op <> 'DELETE' then
    perform enter_circles(array_agg(group_id), array_agg(user_id), array_agg(until)) from added having count(*) > 0;
  end if;
  return null;
end $$;

create trigger role_assignments_circled_in after insert on role_assignments
  referencing new table as added for each statement execute function role_assignments_circled();
create trigger role_assignments_circled_anew after update on role_assignments
  referencing old table as removed new table as added for each statement execute function role_assignments_circled();
create trigger role_assignments_circled_out after delete on role_assignments
  referencing old table as removed for each statement execute function role_assignments_circled();
create trigger members_circled_in after insert on members
  referencing new table as added for each statement execute function members_circled();
create trigger members_circled_anew after update on members
  referencing old table as removed new table as added for each statement execute function members_circled();
create trigger members_circled_out after delete on members
  referencing old table as removed for each statement execute function members_circled();
create trigger group_members_circled_in after insert on group_members
  referencing new table as added for each statement execute function group_members_circled();
create trigger group_members_circled_anew after update on group_members
  referencing old table as removed new table as added for each statement execute function group_members_circled();
create trigger group_members_circled_out after delete on group_members
  referencing old table as removed for each statement execute function group_members_circled();

create function users_marked() returns trigger language plpgsql as $$
begin
  perform enter_circles(array_agg(m.circle), array_agg(a.id), array_agg(m.until))
  from added a, marks_of((a.*)::users) m having count(*) > 0;
  return null;
end $$;

create function user_marks_changed() returns trigger language plpgsql as $$
begin
  delete from circle_people where user_id = new.id and circle in (select circle from marks_of(old));
  perform enter_circles(array_agg(circle), array_agg(new.id), array_agg(until)) from marks_of(new) having count(*) > 0;
  return null;
end $$;

-- By their names these come after the triggers that keep user_search.
create trigger users_search_then_marked after insert on users
  referencing new table as added for each statement execute function users_marked();
create trigger users_search_then_marks_changed after update on users for each row
  when (
    (old.locked_at is null, old.is_admin, old.two_factor_on, old.leaves_on, old.standing)
    is distinct from (new.locked_at is null, new.is_admin, new.two_factor_on, new.leaves_on, new.standing)
  )
  execute function user_marks_changed();

create function circle_people_moved() returns trigger language plpgsql as $$
begin
  update circle_people set state = new.state, sort_key = new.sort_key where user_id = new.id;
  return null;
end $$;

create trigger user_search_moved after update on user_search for each row
  when ((old.state, old.sort_key) is distinct from (new.state, new.sort_key))
  execute function circle_people_moved();

create function count_circles() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into circle_counts select circle, state, count(*) from added group by circle, state;
  elsif tg_op = 'DELETE' then
    insert into circle_counts select circle, state, -count(*) from removed group by circle, state;
  else
    insert into circle_counts
    select circle, state, sum(n) from (
      select circle, state, 1 as n from added union all select circle, state, -1 from removed
    ) moved group by circle, state having sum(n) <> 0;
  end if;
  return null;
end $$;

create trigger circle_people_count_added after insert on circle_people
  referencing new table as added for each statement execute function count_circles();
create trigger circle_people_count_moved after update on circle_people
  referencing old table as removed new table as added for each statement execute function count_circles();
create trigger circle_people_count_removed after delete on circle_people
  referencing old table as removed for each statement execute function count_circles();

-- Moves the whole installation to another day, as before, and the circles with it: out go those who have come to an end,
-- and when it goes backwards those come in again.
create or replace function roll_day(today date) returns integer language plpgsql as $$
declare
  before date;
  people uuid[];
begin
  select rolled_on into before from installation for update;
  if before = today then
    return 0;
  end if;
  update installation set rolled_on = today;
  delete from circle_people where until < today;
  if today < before then
    perform enter_circles(array_agg(b.circle), array_agg(b.user_id), array_agg(b.until))
    from belongings() b where b.until >= today and b.until < before having count(*) > 0;
  end if;
  select array(
    select distinct user_id from staff_memberships
    where starts_on between least(before, today) and greatest(before, today)
       or leaves_on between least(before, today) - 1 and greatest(before, today)
  ) into people;
  perform from user_search where id = any(people) order by id for no key update;
  perform refresh_standing(people);
  return cardinality(people);
end $$;
