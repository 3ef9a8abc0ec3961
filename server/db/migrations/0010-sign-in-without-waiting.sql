-- The road of signing in once more: nobody waits in a circle, and less is computed on the way (docs/decisions/0010).

-- In PL/pgSQL, because the database keeps the plans of its statements between calls: those of a function in SQL it
-- makes anew each time, and these two are asked at every sign-in.
create or replace function is_locked_for(person uuid, device uuid) returns boolean language plpgsql stable as $$
begin
  return (
    select u.locked_at is not null and (
      device is null
      or not exists (select 1 from sign_in_counts c where c.user_id = u.id and c.locks)
      or exists (select 1 from sign_in_counts c where c.user_id = u.id and c.device_id = device and c.locks)
    )
    from users u where u.id = person
  );
end $$;

create or replace function must_have_two_factor(person uuid) returns boolean language plpgsql stable as $$
begin
  return (
    select u.two_factor_required
      or (select coalesce((i.settings ->> 'twoFactorForAll')::boolean, false) from installation i)
      or exists (
        select from members m join organisations o on o.id = m.organisation_id
        where m.user_id = u.id and o.two_factor_required
      )
    from users u where u.id = person
  );
end $$;

-- As before; who is not locked at all, while we hold their row, is not locked on this device either.
create or replace function clear_wrong(person uuid, device uuid, mark timestamptz, keep_codes boolean default false)
returns boolean language plpgsql as $$
declare
  locked timestamptz;
begin
  update sign_in_counts c
  set checking = case when array_position(c.checking, mark) is null then c.checking
      else c.checking[:array_position(c.checking, mark) - 1] || c.checking[array_position(c.checking, mark) + 1:] end,
    wrong = case when keep_codes then array(select w from unnest(c.wrong) w where w like 'code:%') else '{}' end,
    delays = case when keep_codes then c.delays else 0 end,
    delayed_until = case when keep_codes then c.delayed_until end
  where c.user_id = person and c.device_id is not distinct from device;
  select u.locked_at into locked from users u where u.id = person for update;
  return found and (locked is null or not is_locked_for(person, device));
end $$;

-- As before, with less to do for a device that is not known yet.
create or replace function remember_device(person uuid, known uuid, fresh uuid, token bytea)
returns uuid language plpgsql as $$
begin
  if known is not null then
    update known_devices set last_used_at = now() where id = known and user_id = person;
    if found then
      return known;
    end if;
  end if;
  insert into known_devices (id, user_id, token_hash) values (fresh, person, token);
  delete from known_devices where id in (
    select d.id from known_devices d where d.user_id = person order by d.last_used_at desc, d.id desc offset 20
  );
  return fresh;
end $$;

-- As before, but a try that somebody is noting at this moment is left to them. They hold it and wait for the count that
-- we hold: if we waited for it, neither would go on.
create or replace function begin_session(
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
  if source is not null then
    delete from sign_in_tries t where (t.network, t.account) in (
      select o.network, o.account from sign_in_tries o
      where o.network = source and o.account = named for update skip locked
    );
  end if;
  perform append_deeds(deeds);
  return 'right';
end $$;
