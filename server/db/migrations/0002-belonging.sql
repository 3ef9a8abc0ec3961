-- Belonging: own roles, organisations and their members, groups of four kinds, requests for new members.

-- roles ------------------------------------------------------------------------------------------------------
alter table roles add column name_key text constraint roles_name unique;
-- What can be held in one organisation only; the others are about what all organisations share. The same list stands
-- in contract/permissions.ts.
alter table roles add constraint roles_fit_scope check (scope = 'installation' or permissions <@ array[
  'users.view', 'users.create', 'users.change', 'users.roles', 'users.security', 'users.deactivate',
  'users.delete', 'users.export', 'users.import', 'organisations.view', 'organisations.change', 'members.manage', 'employees.view',
  'employees.change', 'schedule.view', 'schedule.change', 'people.view'
]::text[]);

-- members ----------------------------------------------------------------------------------------------------
create index members_by_role on members (role_id, user_id);

-- Somebody asks for a new member where inviting by e-mail is switched off; an administrator decides.
create table member_requests (
  id uuid primary key,
  organisation_id uuid not null references organisations on delete cascade,
  email text not null check (length(email) <= 254),
  role_id uuid not null references roles,
  note text check (length(note) <= 1000),
  requested_by uuid references users on delete set null,
  requested_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'approved', 'declined')),
  decided_by uuid references users on delete set null,
  decided_at timestamptz
);
-- Asking twice for the same person is asking once.
create unique index member_requests_once on member_requests (organisation_id, lower(email)) where state = 'open';
create index member_requests_open on member_requests (requested_at desc, id desc) where state = 'open';
create index member_requests_by_organisation on member_requests (organisation_id, requested_at desc, id desc);

-- groups -----------------------------------------------------------------------------------------------------
create table groups (
  id uuid primary key,
  kind text not null check (kind in ('group', 'team', 'mailbox', 'administration')),
  name text not null check (length(name) between 1 and 100),
  name_key text collate "C" not null,
  description text check (length(description) <= 1000),
  -- Of a mailbox: its address, and the name that stands before it in mail.
  email text check (length(email) <= 254),
  email_key text,
  display_name text check (length(display_name) <= 100),
  -- Of an administration.
  code text check (length(code) <= 20),
  code_key text,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint groups_name unique (kind, name_key),
  constraint groups_email unique (email_key),
  constraint groups_code unique (code_key),
  check ((kind = 'mailbox') = (email is not null)),
  check (kind = 'administration' or code is null)
);

create table group_members (
  group_id uuid not null references groups on delete cascade,
  user_id uuid not null references users on delete cascade,
  since date not null,
  -- The last day; open as long as nobody says.
  until date,
  is_manager boolean not null default false,
  primary key (group_id, user_id),
  constraint group_members_until_after_since check (until >= since)
);
create index group_members_by_user on group_members (user_id);

-- Somebody who was invited by address alone corrects the name that was guessed from it.
alter table users add column is_name_guessed boolean not null default false;
alter table users add column default_sender uuid references groups on delete set null;
create index users_by_default_sender on users (default_sender) where default_sender is not null;

-- Who asked in with this link: it dies when they may do so no longer. No reference: whoever is erased may not either.
alter table links add column made_by uuid;

-- outbox -----------------------------------------------------------------------------------------------------
-- Mail that waits for somebody to activate their account.
-- In whose name it goes out: a mailbox's name and address.
alter table mails add column sender jsonb;
create index mails_held on mails (user_id) where state = 'held';
