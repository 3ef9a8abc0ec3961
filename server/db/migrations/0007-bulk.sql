-- Bulk: one deed to many people, each through the act that is there for one.

create table bulk_runs (
  id uuid primary key,
  made_by uuid not null references users on delete cascade,
  act jsonb not null,
  state text not null default 'checking' check (state in ('checking', 'checked', 'running', 'stopped', 'done')),
  origin jsonb not null,
  made_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index bulk_runs_by_maker on bulk_runs (made_by, made_at desc);
create index bulk_runs_open on bulk_runs (made_at) where state in ('checking', 'running');

-- Who was meant, fixed when the run was made. Somebody who is deleted, perhaps by the run itself, leaves the number.
create table bulk_people (
  run_id uuid not null references bulk_runs on delete cascade,
  position integer not null,
  user_id uuid references users on delete set null,
  number bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'fits', 'refused', 'done')),
  why text,
  primary key (run_id, position),
  check ((why is not null) = (state = 'refused'))
);
create index bulk_people_by_state on bulk_people (run_id, state, position);
create index bulk_people_by_user on bulk_people (user_id);

-- Views of the users list under a name. Without an owner: shared with everybody who may see users.
create table saved_views (
  id uuid primary key,
  owner uuid references users on delete cascade,
  name text not null,
  name_key text not null,
  address text not null,
  created_at timestamptz not null default now(),
  constraint saved_views_name unique nulls not distinct (owner, name_key)
);
