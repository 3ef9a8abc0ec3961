-- Imports: people from files, what would change, what was done, and how to take it back.

create table imports (
  id uuid primary key,
  file_name text not null,
  size integer not null,
  started_by uuid references users on delete set null,
  -- Who started it, for the audit: somebody, or the command line.
  actor_kind text not null check (actor_kind in ('user', 'command-line')),
  origin jsonb not null,
  language text not null check (language in ('nl', 'en')),
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'failed')),
  -- The code of the refusal that ended it.
  failure text,
  -- How the file was read: its kind, encoding, separator, sheet.
  format jsonb not null,
  columns jsonb not null,
  options jsonb not null,
  row_count integer not null,
  -- What the check found, and which keys stand on several rows.
  findings jsonb not null default '{}',
  -- The last line that the check has looked at; -1 before it has looked for doubles.
  checked_line integer not null default -1,
  counts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  run_at timestamptz,
  done_at timestamptz,
  -- Of all processes one works on an import at a time; who died loses it when this has passed.
  leased_by uuid,
  leased_until timestamptz not null default '-infinity',
  version integer not null default 1
);
create index imports_newest on imports (created_at desc, id desc);
create index imports_open on imports (leased_until) where state in ('checking', 'running', 'undoing');

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  -- The line in the file, heading included; beyond the last one: people whom a complete list does not name.
  line integer not null,
  -- As they stood in the file; null for somebody whom it does not name.
  cells jsonb,
  outcome text check (outcome in ('create', 'change', 'unchanged', 'reactivate', 'leave', 'refused')),
  -- Whom it is about, once known: their row goes with them.
  user_id uuid references users on delete cascade,
  -- What is to be done, and what is in the way of it.
  plan jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'undone', 'kept')),
  -- What undoing needs to know: the version after the deed, and what was there before.
  before jsonb,
  primary key (import_id, line)
);
create index import_rows_by_outcome on import_rows (import_id, outcome, state, line);
create index import_rows_by_user on import_rows (user_id) where user_id is not null;

-- Which field a column of this name was last mapped to, by whoever imports.
create table import_mappings (
  heading_key text primary key,
  field text
);
