-- Personnel files: links with the files that an HR system drops, their runs, and whom they are about.

create table personnel_files (
  id uuid primary key,
  name text not null,
  -- Where the file is fetched: a folder of this machine, HTTPS or SFTP. Holds no secret.
  source jsonb not null,
  -- Sealed where the operator set a key (docs/decisions/0007): the password, private key or value of a header.
  secret bytea,
  has_headings boolean not null,
  -- What each column holds, by its heading.
  columns jsonb not null,
  options jsonb not null,
  -- The fields that nobody else changes of the people whom the file names.
  owned text[] not null default '{}',
  -- Null: only by hand.
  schedule jsonb,
  next_at timestamptz,
  -- In whose name it acts, with the rights of that moment: whoever saved it last.
  acts_as uuid references users on delete set null,
  -- Of a program that saved it: its name and what it might do.
  acts_with jsonb,
  -- What is wrong with it now, by its code; and whether it waits for somebody to look before it goes on.
  trouble text,
  trouble_values jsonb,
  trouble_since timestamptz,
  halted boolean not null default false,
  -- The file of the last run that came to its end.
  done_hash text,
  done_etag text,
  done_modified text,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index personnel_files_due on personnel_files (next_at) where next_at is not null and not halted;

create table personnel_file_runs (
  id uuid primary key,
  file_id uuid not null references personnel_files on delete cascade,
  state text not null
    check (state in ('fetching', 'checking', 'running', 'waiting', 'checked', 'done', 'unchanged', 'discarded', 'failed')),
  -- A check only says what would change.
  is_check boolean not null,
  -- Also when the file is the same as last time.
  again boolean not null,
  cause text not null check (cause in ('schedule', 'user', 'command-line')),
  started_by uuid references users on delete set null,
  import_id uuid references imports on delete set null,
  failure text,
  failure_values jsonb,
  size bigint,
  hash text,
  etag text,
  modified text,
  rows integer,
  counts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  done_at timestamptz,
  leased_by uuid,
  leased_until timestamptz not null default '-infinity',
  version integer not null default 1
);
create index personnel_file_runs_newest on personnel_file_runs (file_id, created_at desc, id desc);
-- One at a time, whoever starts it and from whichever process.
create unique index personnel_file_runs_one_open on personnel_file_runs (file_id)
  where state in ('fetching', 'checking', 'running', 'waiting');

-- Whom a file names, as its last run found; and what of them it is to leave alone.
create table personnel_file_people (
  file_id uuid not null references personnel_files on delete cascade,
  user_id uuid not null references users on delete cascade,
  -- False: the file does nothing with this person any more.
  linked boolean not null default true,
  -- Owned fields that others may change again for this person, and the file does not.
  released text[] not null default '{}',
  primary key (user_id, file_id)
);
create index personnel_file_people_by_file on personnel_file_people (file_id);

-- The import that a run of a personnel file does its work with.
alter table imports add column personnel_file_id uuid references personnel_files on delete set null;
