-- Second factors: authenticator apps, passkeys, recovery codes.

-- second-factors ---------------------------------------------------------------------------------------------
create table authenticator_apps (
  user_id uuid primary key references users on delete cascade,
  -- The secret that counts, and one that is being set up: it counts once a code of it was given. Sealed where the
  -- operator chose a key (docs/decisions/0007).
  secret bytea,
  pending_secret bytea,
  pending_since timestamptz,
  set_up_at timestamptz,
  last_used_at timestamptz,
  -- The newest step of 30 seconds whose code was taken: never that one again, nor an older one.
  last_step bigint not null default 0,
  check ((secret is null) = (set_up_at is null)),
  check ((pending_secret is null) = (pending_since is null))
);

create table passkeys (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  credential_id text collate "C" not null constraint passkeys_credential unique,
  public_key bytea not null,
  -- Goes up with every use on devices that count; one that does not is a copy.
  counter bigint not null,
  transports text[] not null,
  -- Kept in more than one place, such as an account with the maker of the phone.
  is_backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_by_user on passkeys (user_id, created_at);

-- Ten at a time, each once. All of one set have the same salt, so that checking one costs one slow hash.
create table recovery_codes (
  user_id uuid not null references users on delete cascade,
  code_hash bytea not null,
  salt bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (user_id, code_hash)
);

-- What a browser has to sign with a passkey: once, and soon.
create table passkey_challenges (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'register')),
  -- For whom a passkey is made; null for signing in, where whoever has one may answer.
  user_id uuid references users on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenges_by_end on passkey_challenges (expires_at);

create function second_factors_touched() returns trigger language plpgsql as $$
declare
  person uuid := case when tg_op = 'DELETE' then old.user_id else new.user_id end;
  has_any boolean := exists (select from authenticator_apps a where a.user_id = person and a.secret is not null)
    or exists (select from passkeys p where p.user_id = person);
begin
  update users set two_factor_on = has_any where id = person and two_factor_on <> has_any;
  return null;
end $$;

create trigger authenticator_apps_touched after insert or update or delete on authenticator_apps
  for each row execute function second_factors_touched();
create trigger passkeys_touched after insert or delete on passkeys
  for each row execute function second_factors_touched();
