-- Devices that signed in before, addresses that try many accounts, and tokens for programs.

-- A browser in which somebody has signed in: it holds a token of its own for each such person.
create table known_devices (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token_hash bytea not null constraint known_devices_token unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now()
);
create index known_devices_by_user on known_devices (user_id, last_used_at);

-- A person has one count for strangers (no device), and one for each device that is known.
alter table sign_in_counts
  drop constraint sign_in_counts_pkey,
  add column device_id uuid constraint sign_in_counts_device references known_devices on delete cascade,
  -- This count locked the account: whoever is counted here stays out, while other known devices may go on.
  add column locks boolean not null default false,
  add constraint sign_in_counts_one unique nulls not distinct (user_id, device_id);

alter table sessions add column device_id uuid references known_devices on delete set null;
create index sessions_by_device on sessions (device_id);

-- Which accounts were tried from a network without success. Of what was typed stand here only some bits of a digest:
-- enough to tell accounts apart, too few to know one by.
create table sign_in_tries (
  network text not null,
  account text not null,
  tried_at timestamptz not null,
  primary key (network, account)
);
create index sign_in_tries_by_time on sign_in_tries (tried_at);

-- True while this device (null: any that is not known) is kept out. A lock after wrong passwords keeps out strangers
-- and the device that guessed; any other lock keeps out everybody.
create function is_locked_for(person uuid, device uuid) returns boolean language sql stable as $$
  select u.locked_at is not null and (
    device is null
    or not exists (select 1 from sign_in_counts c where c.user_id = u.id and c.locks)
    or exists (select 1 from sign_in_counts c where c.user_id = u.id and c.device_id = device and c.locks)
  )
  from users u where u.id = person
$$;

-- Notes that a network tries an account, and answers how many seconds it must wait first: 0 for the first twenty
-- accounts in an hour, then one try every half minute. Tries of one network pass here one by one.
create function note_try(source text, named text) returns integer language plpgsql as $$
declare
  tried integer;
  newest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(source, 4));
  select count(*), max(t.tried_at) into tried, newest
  from sign_in_tries t where t.network = source and t.tried_at > clock_timestamp() - interval '1 hour';
  if tried >= 20 and newest > clock_timestamp() - interval '30 seconds' then
    return ceil(extract(epoch from newest + interval '30 seconds' - clock_timestamp()));
  end if;
  insert into sign_in_tries values (source, named, clock_timestamp())
  on conflict (network, account) do update set tried_at = clock_timestamp();
  return 0;
end $$;

-- The device of somebody who has just signed in: the one that is known already, or this new one. Of each person the
-- twenty that were used last are kept.
create function remember_device(person uuid, known uuid, fresh uuid, token bytea) returns uuid language plpgsql as $$
begin
  update known_devices set last_used_at = now() where id = known and user_id = person;
  if found then
    return known;
  end if;
  insert into known_devices (id, user_id, token_hash) values (fresh, person, token);
  delete from known_devices where id in (
    select d.id from known_devices d where d.user_id = person order by d.last_used_at desc, d.id desc offset 20
  );
  return fresh;
end $$;

-- A program acts for a person: within what stands here and what the person may at that moment.
create table api_tokens (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  name text not null check (length(name) between 1 and 60),
  token_hash bytea not null constraint api_tokens_token unique,
  permissions text[] not null check (cardinality(permissions) > 0),
  created_at timestamptz not null default now(),
  -- The last day on which it works.
  ends_on date not null,
  last_used_at timestamptz,
  constraint api_tokens_name unique (user_id, name)
);
