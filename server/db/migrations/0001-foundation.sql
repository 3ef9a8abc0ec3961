-- The first schema. Who owns which table, and what every column holds, stands in ../classification.ts.

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- settings ---------------------------------------------------------------------------------------------------
create table installation (
  id smallint primary key default 1 check (id = 1),
  setup_token_hash bytea,
  claimed_at timestamptz,
  settings jsonb not null default '{}',
  mail_server jsonb,
  version integer not null default 1,
  -- The day on which users.standing was last brought up to date, in the installation's time zone.
  rolled_on date not null default '2000-01-01'
);
insert into installation default values;

-- organisations ----------------------------------------------------------------------------------------------
create table organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  name_key text not null constraint organisations_name_key unique,
  is_demo boolean not null default false,
  -- Whoever belongs here must have a second factor.
  two_factor_required boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);

-- roles ------------------------------------------------------------------------------------------------------
create table roles (
  id uuid primary key,
  key text constraint roles_key unique,
  scope text not null check (scope in ('installation', 'organisation')),
  -- Null for a default role whose name follows the reader's language.
  name text,
  description text,
  category text,
  permissions text[] not null,
  position smallint not null default 100,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (name is not null or key is not null)
);

-- users ------------------------------------------------------------------------------------------------------
create sequence user_numbers as bigint start 1001;

create table users (
  id uuid primary key,
  number bigint not null default nextval('user_numbers') constraint users_number unique,
  username text not null check (username !~ '@'),
  username_key text collate "C" not null constraint users_username unique,
  salutation text,
  first_name text not null check (length(first_name) between 1 and 100),
  infix text check (length(infix) <= 30),
  last_name text not null check (length(last_name) between 1 and 100),
  email text not null check (length(email) <= 254),
  email_key text collate "C" not null constraint users_email unique,
  pending_email text,
  phone text,
  mobile text,
  job_title text,
  personnel_number text,
  personnel_number_key text collate "C" constraint users_personnel_number unique,
  language text not null check (language in ('nl', 'en')),
  time_zone text not null,
  is_admin boolean not null default false,
  is_demo boolean not null default false,
  activated_at timestamptz,
  locked_at timestamptz,
  -- Asked of this person in particular.
  two_factor_required boolean not null default false,
  -- Kept by triggers: there is an authenticator app or a passkey.
  two_factor_on boolean not null default false,
  last_sign_in_at timestamptz not null default '-infinity',
  created_at timestamptz not null default now(),
  version integer not null default 1,
  -- For lists and search, written together with the names (lib/sort-keys.ts).
  sort_key text collate "C" not null,
  search_text text collate "C" not null,
  -- Kept by triggers from staff_memberships as of installation.rolled_on.
  standing text not null default 'ended' check (standing in ('present', 'starting', 'ended')),
  starts_on date,
  leaves_on date,
  billed boolean not null generated always as (standing = 'present') stored,
  state text collate "C" not null generated always as (
    case standing
      when 'present' then case when activated_at is null then 'pending' else 'active' end
      when 'starting' then 'starting'
      else 'deactivated'
    end
  ) stored
);

create index users_by_email on users (state, email_key, id);
create index users_by_last_sign_in on users (state, last_sign_in_at, id);
create index users_by_created on users (state, created_at, id);
create index users_locked on users (sort_key, id) where locked_at is not null;
create index users_admins on users (sort_key, id) where is_admin;
create index users_two_factor_on on users (sort_key, id) where two_factor_on;
create index users_leaving on users (leaves_on, id) where standing = 'present' and leaves_on is not null;

-- What lists walk and search: a narrow copy, kept by triggers. Sign-ins write to users all day; here they change
-- nothing, so the trigram index costs them nothing and walking the list finds all it needs in one index.
create table user_search (
  id uuid primary key references users on delete cascade,
  state text collate "C" not null,
  sort_key text collate "C" not null,
  search_text text collate "C" not null
);
create index user_search_by_name on user_search (state, sort_key, id) include (search_text);
create index user_search_trigrams on user_search using gin (search_text gin_trgm_ops) with (fastupdate = off);

-- The list by name in stretches of some thousand people, each with the letter groups that occur in it (one bit per
-- hashed group; null: not summed up yet), so that a search can pass over where nobody matches.
create table search_stretches (
  from_key text collate "C" primary key,
  grams bytea
);
-- Who came or changed since their stretch was summed up.
create table search_news (
  id uuid not null,
  sort_key text collate "C" not null
);

create function user_search_added() returns trigger language plpgsql as $$
begin
  insert into user_search select id, state, sort_key, search_text from added;
  insert into search_news select id, sort_key from added;
  return null;
end $$;

create function user_search_changed() returns trigger language plpgsql as $$
begin
  update user_search set state = new.state, sort_key = new.sort_key, search_text = new.search_text
  where id = new.id;
  if (old.sort_key, old.search_text) <> (new.sort_key, new.search_text) then
    insert into search_news values (new.id, new.sort_key);
    perform leave_borders(array[old.sort_key]);
  end if;
  return null;
end $$;

-- The borders of stretches are names too. Those that nobody has any more go, and their people to the stretch before,
-- which is summed up anew.
create function leave_borders(keys text[]) returns void language sql as $$
  update search_stretches set grams = null where from_key in (
    select (select max(b.from_key) from search_stretches b where b.from_key < s.from_key)
    from search_stretches s where s.from_key = any(keys)
  );
  delete from search_stretches where from_key = any(keys);
$$;

-- The news hold names as well: nothing is left of somebody who was erased.
create function user_search_removed() returns trigger language plpgsql as $$
begin
  delete from search_news where id in (select id from removed);
  perform leave_borders(array(select sort_key from removed));
  return null;
end $$;

create trigger users_search_removed after delete on users
  referencing old table as removed for each statement execute function user_search_removed();
create trigger users_search_added after insert on users
  referencing new table as added for each statement execute function user_search_added();
create trigger users_search_changed after update on users for each row
  when ((old.state, old.sort_key, old.search_text) is distinct from (new.state, new.sort_key, new.search_text))
  execute function user_search_changed();

-- What stays of somebody who was deleted: neither id nor number is ever used again.
create table former_users (
  id uuid primary key,
  number bigint not null unique,
  deleted_on date not null
);

-- How many users have which state: the sum of all rows. Written by trigger, added up by housekeeping.
create table user_counts (
  state text not null,
  delta bigint not null
);

create function count_users_added() returns trigger language plpgsql as $$
begin
  insert into user_counts select state, count(*) from added group by state;
  return null;
end $$;

create function count_users_removed() returns trigger language plpgsql as $$
begin
  insert into user_counts select state, -count(*) from removed group by state;
  return null;
end $$;

create function count_user_moved() returns trigger language plpgsql as $$
begin
  insert into user_counts values (old.state, -1), (new.state, 1);
  return null;
end $$;

create trigger users_count_added after insert on users
  referencing new table as added for each statement execute function count_users_added();
create trigger users_count_removed after delete on users
  referencing old table as removed for each statement execute function count_users_removed();
create trigger users_count_moved after update on users for each row
  when (old.state <> new.state) execute function count_user_moved();

create table role_assignments (
  user_id uuid not null references users on delete cascade,
  role_id uuid not null references roles,
  given_at timestamptz not null default now(),
  ends_on date,
  -- In this order a list asks quickly, person after person, who has one role.
  primary key (role_id, user_id) include (ends_on)
);
create index role_assignments_by_user on role_assignments (user_id);

-- members ----------------------------------------------------------------------------------------------------
create table members (
  organisation_id uuid not null references organisations on delete cascade,
  user_id uuid not null references users on delete cascade,
  role_id uuid not null references roles,
  since timestamptz not null default now(),
  primary key (organisation_id, user_id)
);
create index members_by_user on members (user_id);

-- Every permission of somebody on this day with its source, admin access aside: the one answer that the gate, the
-- page and the question “may they do more than I?” are made of.
create function permission_sources(person uuid, today date)
returns table (permission text, role_id uuid, organisation_id uuid, ends_on date) language sql stable as $$
  select p.permission, r.id, null::uuid, a.ends_on
  from role_assignments a join roles r on r.id = a.role_id, unnest(r.permissions) as p (permission)
  where a.user_id = person and (a.ends_on is null or a.ends_on >= today)
  union all
  select p.permission, r.id, m.organisation_id, null::date
  from members m join roles r on r.id = m.role_id, unnest(r.permissions) as p (permission)
  where m.user_id = person
$$;

-- Whether somebody must have a second factor: asked of them, of one of their organisations, or of everybody.
create function must_have_two_factor(person uuid) returns boolean language sql stable as $$
  select u.two_factor_required
    or (select coalesce((i.settings ->> 'twoFactorForAll')::boolean, false) from installation i)
    or exists (
      select from members m join organisations o on o.id = m.organisation_id
      where m.user_id = u.id and o.two_factor_required
    )
  from users u where u.id = person
$$;

-- employment -------------------------------------------------------------------------------------------------
create table staff_memberships (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  starts_on date not null,
  leaves_on date,
  constraint staff_memberships_leave_after_start check (leaves_on >= starts_on),
  constraint staff_memberships_overlap
    exclude using gist (user_id with =, daterange(starts_on, leaves_on, '[]') with &&)
);
create index staff_memberships_by_user on staff_memberships (user_id, starts_on);
create index staff_memberships_by_start on staff_memberships (starts_on);
create index staff_memberships_by_leave on staff_memberships (leaves_on);

-- Brings users.standing, starts_on and leaves_on of these people up to date, as of installation.rolled_on: the
-- period that covers the day, else the first one ahead, else the last one.
create function refresh_standing(people uuid[]) returns void language sql as $$
  update users u
  set standing = s.standing, starts_on = s.starts_on, leaves_on = s.leaves_on
  from (
    select
      p.id,
      m.starts_on,
      m.leaves_on,
      case
        when m.user_id is null then 'ended'
        when i.rolled_on between m.starts_on and coalesce(m.leaves_on, 'infinity') then 'present'
        when m.starts_on > i.rolled_on and not exists (
          select 1 from staff_memberships past where past.user_id = p.id and past.leaves_on < i.rolled_on
        ) then 'starting'
        else 'ended'
      end as standing
    from unnest(people) as p (id)
    cross join installation i
    left join lateral (
      select sm.user_id, sm.starts_on, sm.leaves_on
      from staff_memberships sm
      where sm.user_id = p.id
      order by
        i.rolled_on between sm.starts_on and coalesce(sm.leaves_on, 'infinity') desc,
        sm.starts_on > i.rolled_on desc,
        case when sm.starts_on > i.rolled_on then sm.starts_on end,
        sm.starts_on desc
      limit 1
    ) m on true
  ) s
  where u.id = s.id
    and (u.standing, u.starts_on, u.leaves_on) is distinct from (s.standing, s.starts_on, s.leaves_on)
$$;

create function staff_memberships_touched() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refresh_standing(array(select distinct user_id from removed));
  else
    perform refresh_standing(array(select distinct user_id from added));
  end if;
  return null;
end $$;

create trigger staff_memberships_added after insert on staff_memberships
  referencing new table as added for each statement execute function staff_memberships_touched();
create trigger staff_memberships_changed after update on staff_memberships
  referencing new table as added for each statement execute function staff_memberships_touched();
create trigger staff_memberships_removed after delete on staff_memberships
  referencing old table as removed for each statement execute function staff_memberships_touched();

-- Moves the whole installation to another day (also backwards, when the time zone changes): refreshes only
-- those for whom a period begins or has ended in between.
create function roll_day(today date) returns integer language plpgsql as $$
declare
  before date;
  people uuid[];
begin
  select rolled_on into before from installation for update;
  if before = today then
    return 0;
  end if;
  update installation set rolled_on = today;
  select array(
    select distinct user_id from staff_memberships
    where starts_on between least(before, today) and greatest(before, today)
       or leaves_on between least(before, today) - 1 and greatest(before, today)
  ) into people;
  perform refresh_standing(people);
  return cardinality(people);
end $$;

-- sign-in ----------------------------------------------------------------------------------------------------
create table credentials (
  user_id uuid primary key references users on delete cascade,
  password_hash text not null,
  must_change boolean not null default false,
  -- Goes up with every new password or address; a link made before it is dead.
  version integer not null default 1,
  changed_at timestamptz not null default now()
);

-- Wrong passwords since the last right one, and how many are being checked this moment.
create table sign_in_counts (
  user_id uuid primary key references users on delete cascade,
  -- Of each distinct wrong password a few bits of its slow hash, so that repeating it counts once.
  wrong text[] not null default '{}',
  -- When each check that is under way began; one that never ended (killed process) lapses.
  checking timestamptz[] not null default '{}',
  -- The last administrator is delayed instead of locked.
  delays integer not null default 0,
  delayed_until timestamptz,
  -- A few checks stay possible after the lock, to tell the right person why they cannot come in.
  checks_after_lock integer not null default 0
);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token_hash bytea not null constraint sessions_token unique,
  -- What this session still has to do before it is worth anything: null, or the step that comes next.
  next_step text check (next_step in ('two-factor', 'set-up-two-factor', 'change-password')),
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  proved_at timestamptz not null default now(),
  address text,
  device text
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_last_use on sessions (last_used_at);

-- Links in mails: activation, reset, confirming a new address. Used once, compare-and-swap on used_at.
create table links (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  purpose text not null check (purpose in ('activation', 'reset', 'email')),
  email text not null,
  token_hash bytea not null constraint links_token unique,
  credential_version integer not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index links_by_user on links (user_id, purpose, created_at desc);

-- outbox -----------------------------------------------------------------------------------------------------
create table mails (
  id uuid primary key,
  kind text not null,
  user_id uuid references users on delete cascade,
  language text not null,
  to_address text not null,
  to_name text,
  subject text not null,
  -- As it goes out, except that the link stands as a mark: it is filled in when the mail leaves.
  text text not null,
  html text not null,
  -- The path with the secret token, wiped once the mail has left or the link is dead.
  link_path text,
  link_id uuid references links on delete set null,
  link_expires_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'held', 'failed')),
  attempts integer not null default 0,
  next_try_at timestamptz default now(),
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_newest on mails (created_at desc, id desc);
create index mails_due on mails (next_try_at) where state = 'waiting';
create index mails_by_user on mails (user_id, created_at desc);
create index mails_by_state on mails (state, created_at desc, id desc);
create index mails_search on mails using gin (lower(to_address || ' ' || subject) gin_trgm_ops);

-- audit ------------------------------------------------------------------------------------------------------
create table audit_log (
  seq bigint primary key,
  at timestamptz not null,
  action text not null,
  actor_kind text not null,
  actor_id uuid,
  target_kind text not null,
  target_id text,
  -- Digests of the two parts below, so that a part can be erased and the chain still proves the rest.
  changes_digest bytea not null,
  origin_digest bytea not null,
  previous bytea not null,
  hash bytea not null
);
create index audit_log_by_target on audit_log (target_id, seq desc);
create index audit_log_by_actor on audit_log (actor_id, seq desc);
create index audit_log_by_action on audit_log (action, seq desc);
create index audit_log_by_time on audit_log (at);

create table audit_parts (
  seq bigint not null references audit_log,
  part text not null check (part in ('changes', 'origin')),
  -- Whose personal data this is: erased with them.
  about uuid,
  salt bytea not null,
  data jsonb not null,
  primary key (seq, part)
);
create index audit_parts_about on audit_parts (about);

create table audit_head (
  id smallint primary key default 1 check (id = 1),
  seq bigint not null default 0,
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'
);
insert into audit_head default values;

-- Adds entries to the end of the chain: numbers them, computes each hash over the one before, and keeps all other
-- writers waiting until the commit, which is what makes the chain one line. Each entry comes with its fields, their
-- canonical text, and two parts with salt and digest in hexadecimal (audit/chain.ts computes the same to verify).
create function append_deeds(deeds jsonb) returns bigint language plpgsql as $$
declare
  head audit_head;
  deed jsonb;
  changes_digest bytea;
  origin_digest bytea;
  next_hash bytea;
begin
  select * into head from audit_head for update;
  for deed in select value from jsonb_array_elements(deeds) loop
    head.seq := head.seq + 1;
    changes_digest := decode(deed #>> '{changes,digest}', 'hex');
    origin_digest := decode(deed #>> '{origin,digest}', 'hex');
    next_hash := sha256(
      head.hash || convert_to(head.seq || ':' || (deed ->> 'text'), 'UTF8') || changes_digest || origin_digest
    );
    insert into audit_log values (
      head.seq, (deed ->> 'at')::timestamptz, deed ->> 'action', deed ->> 'actorKind', (deed ->> 'actorId')::uuid,
      deed ->> 'targetKind', deed ->> 'targetId', changes_digest, origin_digest, head.hash, next_hash
    );
    insert into audit_parts
    select head.seq, part, (deed -> part ->> 'about')::uuid, decode(deed -> part ->> 'salt', 'hex'),
      (deed -> part ->> 'data')::jsonb
    from unnest(array['changes', 'origin']) part;
    head.hash := next_hash;
  end loop;
  update audit_head set seq = head.seq, hash = head.hash;
  return head.seq;
end $$;

-- The road of signing in stands here as functions, because the database keeps the plans of their statements: with
-- them a sign-in costs little beside its one slow hash (docs/decisions/0004).

-- Takes a place for one check of a password: the mark to give it back with, or null when the wrong ones and the
-- checks under way already make up the limit, while a delay lasts, or when the account is locked. A known device has
-- a count of its own. Does not wait for the disk: after a loss of power no check is under way any more.
create function take_place(person uuid, device uuid, most integer) returns timestamptz language plpgsql as $$
declare
  mark timestamptz;
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into sign_in_counts as c (user_id, device_id, checking)
  select u.id, device, array[clock_timestamp()] from users u
  where u.id = person and (u.locked_at is null or not is_locked_for(person, device))
  on conflict (user_id, device_id) do update
    set checking = array(
      select t from unnest(c.checking) t where t > clock_timestamp() - interval '30 seconds'
    ) || clock_timestamp()
    where cardinality(c.wrong) + (
        select count(*) from unnest(c.checking) t where t > clock_timestamp() - interval '30 seconds'
      ) < most
      and (c.delayed_until is null or c.delayed_until <= clock_timestamp())
  returning c.checking[cardinality(c.checking)] into mark;
  return mark;
end $$;

-- Everything about somebody who tries to sign in, and a place to check their password where one is free. A network
-- that must wait first gets only that to hear, whoever it names. `tokens`: what the browser holds as a known device.
create function open_sign_in(
  identifier text, is_email boolean, today date, most integer, tokens bytea[], source text, named text
) returns jsonb language plpgsql as $$
declare
  person users;
  credential credentials;
  belongs boolean;
  device uuid;
  mark timestamptz;
  wait integer;
begin
  perform set_config('synchronous_commit', 'off', true);
  if is_email then
    select * into person from users where email_key = identifier;
  else
    select * into person from users where username_key = identifier;
  end if;
  if cardinality(tokens) > 0 then
    select d.id into device from known_devices d
    where d.token_hash = any(tokens) and d.user_id = person.id and d.last_used_at > now() - interval '1 year';
  end if;
  if device is null and source is not null then
    wait := note_try(source, named);
    if wait > 0 then
      return jsonb_build_object('wait', wait);
    end if;
  end if;
  if person.id is null then
    return null;
  end if;
  select * into credential from credentials where user_id = person.id;
  belongs := person.activated_at is not null and exists (
    select 1 from staff_memberships m
    where m.user_id = person.id and m.starts_on <= today and (m.leaves_on is null or m.leaves_on >= today)
  );
  if belongs and credential.user_id is not null then
    mark := take_place(person.id, device, most);
  end if;
  return jsonb_build_object(
    'user', jsonb_build_object(
      'id', person.id, 'first_name', person.first_name, 'infix', person.infix, 'last_name', person.last_name,
      'email', person.email, 'language', person.language, 'time_zone', person.time_zone,
      'is_admin', person.is_admin, 'locked_at', person.locked_at
    ),
    'twoFactorOn', person.two_factor_on,
    'twoFactorRequired', must_have_two_factor(person.id),
    'mayComeIn', belongs,
    'credential', case when credential.user_id is null then null else jsonb_build_object(
      'passwordHash', credential.password_hash, 'mustChange', credential.must_change, 'version', credential.version
    ) end,
    'sources', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'permission', p.permission,
        'organisation', case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end
      ) order by o.name_key), '[]')
      from permission_sources(person.id, today) p left join organisations o on o.id = p.organisation_id
      where not person.is_admin
    ),
    'deviceId', device,
    'mark', mark::text
  );
end $$;

-- Clears the count of somebody who gave the right password, and their place; false when they were locked meanwhile.
-- While a second factor is still to come, its wrong codes stay: else the password would open the way to endless tries.
create function clear_wrong(person uuid, device uuid, mark timestamptz, keep_codes boolean default false)
returns boolean language plpgsql as $$
begin
  update sign_in_counts c
  set checking = case when array_position(c.checking, mark) is null then c.checking
      else c.checking[:array_position(c.checking, mark) - 1] || c.checking[array_position(c.checking, mark) + 1:] end,
    wrong = case when keep_codes then array(select w from unnest(c.wrong) w where w like 'code:%') else '{}' end,
    delays = case when keep_codes then c.delays else 0 end,
    delayed_until = case when keep_codes then c.delayed_until end
  where c.user_id = person and c.device_id is not distinct from device;
  perform 1 from users where id = person for update;
  return found and not is_locked_for(person, device);
end $$;

-- A right password: clears the count, notes the sign-in, begins the session, remembers the device, writes it down.
-- Answers 'locked' where a lock came in between, and 'wrong' where another password did: who sets one holds the row
-- of the person, too.
create function begin_session(
  person uuid, checked integer, mark timestamptz, session uuid, token bytea, next text, address text, browser text,
  known uuid, fresh uuid, device_token bytea, source text, named text, deeds jsonb
) returns text language plpgsql as $$
begin
  if not clear_wrong(person, known, mark, coalesce(next = 'two-factor', false)) then
    return case when exists (select 1 from users where id = person) then 'locked' else 'wrong' end;
  end if;
  if not exists (select 1 from credentials c where c.user_id = person and c.version = checked) then
    return 'wrong';
  end if;
  -- Whoever knows the password only makes no device known by it: it would have a count of its own for guessing codes.
  if next is distinct from 'two-factor' then
    update users set last_sign_in_at = now() where id = person;
    known := remember_device(person, known, fresh, device_token);
  end if;
  insert into sessions (id, user_id, token_hash, next_step, address, device, device_id)
  values (session, person, token, next, address, browser, known);
  delete from sign_in_tries t where t.network = source and t.account = named;
  perform append_deeds(deeds);
  return 'right';
end $$;
