-- As before, but it answers 'wrong', as where another password was set meanwhile, also where somebody is about to come in
-- without a second factor who set one up in between: whoever sets these up holds the row of the person, too.
create or replace function begin_session(
  person uuid, checked integer, mark timestamptz, session uuid, token bytea, next text, address text, browser text,
  known uuid, fresh uuid, device_token bytea, source text, named text, deeds jsonb
) returns text language plpgsql as $$
begin
  if not clear_wrong(person, known, mark, coalesce(next = 'two-factor', false)) then
    return case when exists (select 1 from users where id = person) then 'locked' else 'wrong' end;
  end if;
  if not exists (
    select from credentials c join users u on u.id = c.user_id
    where c.user_id = person and c.version = checked and (not u.two_factor_on or coalesce(next = 'two-factor', false))
  ) then
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

-- A proxy that forwards requests and is not named in MUSTER_TRUSTED_PROXIES, for muster doctor.
alter table installation add column unnamed_proxy jsonb;
