-- A right password: clears the count, notes the sign-in, begins the session, remembers the device, writes it down.
-- Answers 'locked' where a lock came in between, and 'wrong' where another password did, or the first second factor of
-- somebody who is about to come in without one: who sets these up holds the row of the person, too.
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
  if next is distinct from 'two-factor' and exists (select 1 from users u where u.id = person and u.two_factor_on) then
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

-- A proxy that forwards requests and is not named in MUSTER_TRUSTED_PROXIES, for muster doctor.
alter table installation add column unnamed_proxy jsonb;
