-- Who asks, at every request, and how many statements a refusal takes (docs/decisions/0017).

-- What somebody may on a day: in the whole installation, and by their role in each organisation. In PL/pgSQL, because the
-- database keeps its plans from one request to the next.
create function rights_of(person uuid, today date, out permissions text[], out scoped jsonb) language plpgsql stable as $$
begin
  select array_agg(distinct p.permission) filter (where p.organisation_id is null) into permissions
  from permission_sources(person, today) p;
  permissions := coalesce(permissions, '{}');
  select coalesce(jsonb_object_agg(o.organisation_id, o.permissions), '{}') into scoped
  from (
    select p.organisation_id, array_agg(p.permission) as permissions
    from permission_sources(person, today) p where p.organisation_id is not null
    group by p.organisation_id
  ) o;
end $$;

-- The session of a token, if it lives and its owner may come in on this day, with what they may; null for none. Decided by
-- the settings that the caller knows: where they are others by now, it answers with those instead.
create function find_session(known text, token bytea, today date, idle_hours integer, maximum_days integer)
returns jsonb language plpgsql stable as $$
declare
  current text;
begin
  select i.settings::text into current from installation i;
  if current <> known then
    return jsonb_build_object('settings', current);
  end if;
  return (
    select jsonb_build_object(
      'id', s.id, 'userId', s.user_id, 'nextStep', s.next_step, 'deviceId', s.device_id, 'provedAt', s.proved_at,
      'unused', s.last_used_at < now() - interval '1 minute', 'language', u.language,
      'is_admin', u.is_admin, 'permissions', r.permissions, 'scoped', r.scoped
    )
    from sessions s
    join users u on u.id = s.user_id
    cross join lateral rights_of(u.id, today) r
    where s.token_hash = token
      and s.last_used_at > now() - make_interval(hours => idle_hours)
      and s.created_at > now() - make_interval(days => maximum_days)
      and (s.next_step is null or s.created_at > now() - interval '30 minutes')
      and u.activated_at is not null
      and exists (
        select from staff_memberships m
        where m.user_id = u.id and m.starts_on <= today and (m.leaves_on is null or m.leaves_on >= today)
      )
  );
end $$;

-- Gives a place back and counts a wrong secret, unless the very same one was counted before. Answers how many that makes;
-- null, with nothing changed, where it would be as many as `below`: then the account is locked, or delayed, with it.
create function count_wrong(person uuid, device uuid, mark timestamptz, secret text, below integer)
returns integer language plpgsql as $$
declare
  counted integer;
begin
  update sign_in_counts c set
    checking = case when array_position(c.checking, mark) is null then c.checking
      else c.checking[:array_position(c.checking, mark) - 1] || c.checking[array_position(c.checking, mark) + 1:] end,
    wrong = case when secret = any(c.wrong) then c.wrong else c.wrong || secret end
  where c.user_id = person and c.device_id is not distinct from device
    and (below is null or cardinality(c.wrong) + (secret <> all(c.wrong))::int < below)
  returning cardinality(c.wrong) into counted;
  return counted;
end $$;

-- What other refusals write instead, so that they take as long as a wrong password does: one of these rows, any of them.
create table refusals (
  n smallint primary key,
  times bigint not null default 0
) with (fillfactor = 20);
insert into refusals select generate_series(0, 63);

create function note_refusal() returns void language plpgsql as $$
declare
  any_row smallint := floor(random() * 64);
begin
  update refusals set times = times + 1 where n = any_row;
end $$;

-- Allows a few checks of a locked account, so that somebody who types the right password can be told why they cannot come
-- in: three, and one more for every ten minutes that the lock lasts. Writes as much when it does not.
create function take_check_after_lock(person uuid, device uuid, locked timestamptz) returns boolean language plpgsql as $$
begin
  insert into sign_in_counts as c (user_id, device_id, checks_after_lock) values (person, device, 1)
  on conflict (user_id, device_id) do update set checks_after_lock = c.checks_after_lock + 1
    where c.checks_after_lock < 3 + floor(extract(epoch from now() - locked) / 600);
  if found then
    return true;
  end if;
  perform note_refusal();
  return false;
end $$;

-- As before, and it says where no place will come free by waiting: the account is locked or delayed.
create or replace function open_sign_in(
  identifier text, is_email boolean, today date, most integer, tokens bytea[], source text, named text
) returns jsonb language plpgsql as $$
declare
  person users;
  credential credentials;
  belongs boolean;
  device uuid;
  mark timestamptz;
  wait integer;
  refused boolean := false;
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
    if mark is null then
      select is_locked_for(person.id, device) or coalesce(max(cardinality(c.wrong)) >= most, false)
        or coalesce(max(c.delayed_until) > clock_timestamp(), false) into refused
      from sign_in_counts c where c.user_id = person.id and c.device_id is not distinct from device;
    end if;
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
    'mark', mark::text,
    'refused', refused
  );
end $$;
