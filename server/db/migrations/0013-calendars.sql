-- Calendars: the private address of somebody's shifts, and when a shift was changed last.

create table calendar_links (
  user_id uuid primary key references users on delete cascade,
  token_hash bytea not null constraint calendar_links_token unique check (length(token_hash) = 32),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  -- How often it was read in the hour that began then.
  reads integer not null default 0,
  reads_since timestamptz not null default now()
);

alter table shifts add column changed_at timestamptz not null default now();
