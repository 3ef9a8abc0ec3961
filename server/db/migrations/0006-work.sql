-- Work: who was billed; what people can do and when; shifts.

-- billing ----------------------------------------------------------------------------------------------------
-- People who were deleted still counted in the months in which they were here. Nobody is named: only how many, in
-- all (organisation null) and in each organisation that they belonged to.
create table billed_former (
  month date not null,
  organisation_id uuid references organisations on delete cascade,
  people integer not null,
  constraint billed_former_once unique nulls not distinct (month, organisation_id)
);

-- A month that was over changed afterwards, because the dates of a staff membership did.
create table billing_corrections (
  seq bigint generated always as identity primary key,
  month date not null,
  user_id uuid references users on delete set null,
  people smallint not null check (people in (-1, 1)),
  at timestamptz not null default now()
);
create index billing_corrections_by_month on billing_corrections (month, seq desc);
create index billing_corrections_by_user on billing_corrections (user_id);

create function month_of(day date) returns date language sql immutable parallel safe as $$
  select make_date(extract(year from day)::int, extract(month from day)::int, 1)
$$;

-- Compares, for everybody whose periods were added or removed, which months they counted in before and after. Only
-- months that are over count, from the one in which the installation was set up: nobody was billed before. Who is
-- being deleted is no correction.
create function note_corrections(added staff_memberships[], removed staff_memberships[])
returns void language plpgsql as $$
declare
  this_month date;
  first_month date;
begin
  select month_of(rolled_on), month_of(claimed_at::date) into this_month, first_month from installation;
  if first_month is null or first_month >= this_month then
    return;
  end if;
  with months as (
    select m::date as month, (m + interval '1 month')::date as next
    from generate_series(first_month::timestamp, this_month - 1, interval '1 month') m
  ),
  touched as (
    select distinct c.user_id, m.month, m.next
    from unnest(added || removed) c
    join users u on u.id = c.user_id
    join months m on c.starts_on < m.next and (c.leaves_on is null or c.leaves_on >= m.month)
  ),
  periods as (
    select s.user_id, s.starts_on, s.leaves_on, true as stands, a.id is null as stood
    from staff_memberships s left join unnest(added) a on a.id = s.id
    where s.user_id in (select user_id from touched)
    union all
    select r.user_id, r.starts_on, r.leaves_on, false, true from unnest(removed) r
  ),
  compared as (
    select t.user_id, t.month, bool_or(p.stands) as counts, bool_or(p.stood) as counted
    from touched t
    join periods p on p.user_id = t.user_id
      and p.starts_on < t.next and (p.leaves_on is null or p.leaves_on >= t.month)
    group by t.user_id, t.month
  )
  insert into billing_corrections (month, user_id, people)
  select month, user_id, case when counts then 1 else -1 end
  from compared where counts is distinct from counted
  order by month, user_id;
end $$;

create function staff_memberships_corrected() returns trigger language plpgsql as $$
declare
  this_month date := (select month_of(rolled_on) from installation);
  added staff_memberships[] := '{}';
  removed staff_memberships[] := '{}';
begin
  if tg_op = 'INSERT' then
    added := array(select n::staff_memberships from after_rows n where n.starts_on < this_month);
  elsif tg_op = 'DELETE' then
    removed := array(select o::staff_memberships from before_rows o where o.starts_on < this_month);
  else
    -- A leave date that lies ahead, and stays there, changes no month that is over.
    select array_agg(n::staff_memberships), array_agg(o::staff_memberships) into added, removed
    from after_rows n join before_rows o on o.id = n.id
    where least(n.starts_on, o.starts_on) < this_month
      and (n.starts_on <> o.starts_on or least(n.leaves_on, this_month) <> least(o.leaves_on, this_month));
  end if;
  if cardinality(added) > 0 or cardinality(removed) > 0 then
    perform note_corrections(added, removed);
  end if;
  return null;
end $$;

create trigger staff_memberships_added_late after insert on staff_memberships
  referencing new table as after_rows for each statement execute function staff_memberships_corrected();
create trigger staff_memberships_corrected after update on staff_memberships
  referencing old table as before_rows new table as after_rows
  for each statement execute function staff_memberships_corrected();
create trigger staff_memberships_removed_late after delete on staff_memberships
  referencing old table as before_rows for each statement execute function staff_memberships_corrected();

create function count_former() returns trigger language plpgsql as $$
begin
  insert into billed_former as f (month, organisation_id, people)
  select m.month, o.organisation_id, 1
  from (
    select distinct d::date as month
    from installation i, staff_memberships s,
      generate_series(month_of(s.starts_on)::timestamp, least(s.leaves_on, i.rolled_on), interval '1 month') d
    where s.user_id = old.id and s.starts_on <= i.rolled_on
  ) m
  cross join (select null::uuid union all select organisation_id from members where user_id = old.id) o (organisation_id)
  order by m.month, o.organisation_id
  on conflict on constraint billed_former_once do update set people = f.people + 1;
  return old;
end $$;

-- Made-up people leave nothing behind.
create trigger users_counted_before_deletion before delete on users
  for each row when (not old.is_demo) execute function count_former();

-- work -------------------------------------------------------------------------------------------------------
-- What a shift is about, and what somebody must be able to do for it.
create table activities (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  name_key text collate "C" not null constraint activities_name unique,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);

create table skills (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  name_key text collate "C" not null constraint skills_name unique,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);

-- The skills that an activity asks for, each at least at this level (percent).
create table activity_skills (
  activity_id uuid not null references activities on delete cascade,
  skill_id uuid not null references skills on delete cascade,
  level smallint not null check (level between 1 and 100),
  primary key (activity_id, skill_id)
);
create index activity_skills_by_skill on activity_skills (skill_id);

create table user_activities (
  user_id uuid not null references users on delete cascade,
  activity_id uuid not null references activities on delete cascade,
  primary key (user_id, activity_id)
);
create index user_activities_by_activity on user_activities (activity_id);

-- A skill of somebody, from the first to the last day on which it counts; open where nobody says.
create table user_skills (
  user_id uuid not null references users on delete cascade,
  skill_id uuid not null references skills on delete cascade,
  level smallint not null check (level between 1 and 100),
  starts_on date,
  ends_on date,
  constraint user_skills_end_after_start check (ends_on >= starts_on),
  constraint user_skills_overlap
    exclude using gist (user_id with =, skill_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index user_skills_by_skill on user_skills (skill_id);

-- When somebody can work in an ordinary week, in minutes of the day; without any rows: always.
create table availability (
  user_id uuid not null references users on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  from_minute smallint not null check (from_minute >= 0),
  until_minute smallint not null check (until_minute <= 1440),
  check (until_minute > from_minute),
  constraint availability_overlap exclude using gist (
    user_id with =, weekday with =, int4range(from_minute, until_minute) with &&
  )
);

-- One day that differs from the ordinary week; without minutes: not at all.
create table availability_exceptions (
  user_id uuid not null references users on delete cascade,
  day date not null,
  from_minute smallint check (from_minute >= 0),
  until_minute smallint check (until_minute <= 1440),
  check (until_minute > from_minute),
  check ((from_minute is null) = (until_minute is null)),
  constraint availability_exceptions_overlap exclude using gist (
    user_id with =, day with =, int4range(from_minute, until_minute) with &&
  )
);

-- A planned block of work. Without somebody it is open, to be filled; or was done by somebody who was deleted since.
create table shifts (
  id uuid primary key,
  team_id uuid references groups on delete set null,
  user_id uuid references users on delete set null,
  activity_id uuid not null constraint shifts_activity references activities,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  is_former boolean not null default false,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint shifts_end_after_start check (ends_at > starts_at),
  constraint shifts_length check (ends_at - starts_at <= interval '24 hours'),
  constraint shifts_of_nobody check (not (is_former and user_id is not null))
);
create index shifts_by_team on shifts (team_id, starts_at);
create index shifts_by_user on shifts (user_id, starts_at);
create index shifts_by_activity on shifts (activity_id);
