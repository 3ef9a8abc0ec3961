-- As before, and of whoever it knows nothing it asks as much and writes as much (docs/decisions/0017): a decoy in place of
-- the place that a password is checked in, and what would be read of a person for nobody.
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
  unknown boolean := false;
  answer jsonb;
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
    person.id := '00000000-0000-0000-0000-000000000000';
    unknown := true;
  end if;
  select * into credential from credentials where user_id = person.id;
  belongs := exists (
    select 1 from staff_memberships m
    where m.user_id = person.id and m.starts_on <= today and (m.leaves_on is null or m.leaves_on >= today)
  );
  belongs := belongs and person.activated_at is not null;
  if belongs and credential.user_id is not null then
    mark := take_place(person.id, device, most);
    if mark is null then
      select is_locked_for(person.id, device) or coalesce(max(cardinality(c.wrong)) >= most, false)
        or coalesce(max(c.delayed_until) > clock_timestamp(), false) into refused
      from sign_in_counts c where c.user_id = person.id and c.device_id is not distinct from device;
    end if;
  end if;
  if mark is null then
    perform note_refusal();
  end if;
  answer := jsonb_build_object(
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
  return case when not unknown then answer end;
end $$;
