-- As before, but an old device whose count somebody holds at this moment is left to the next sign-in (docs/decisions/0010):
-- we hold the person by now, and whoever unlocks them takes their counts first, then the person.
create or replace function remember_device(person uuid, known uuid, fresh uuid, token bytea)
returns uuid language plpgsql as $$
declare
  surplus uuid[];
begin
  if known is not null then
    update known_devices set last_used_at = now() where id = known and user_id = person;
    if found then
      return known;
    end if;
  end if;
  insert into known_devices (id, user_id, token_hash) values (fresh, person, token);
  surplus := array(
    select d.id from known_devices d where d.user_id = person order by d.last_used_at desc, d.id desc offset 20
  );
  if cardinality(surplus) > 0 then
    with held as (select c.device_id from sign_in_counts c where c.device_id = any(surplus) for update skip locked)
    delete from known_devices d where d.id = any(surplus) and not exists (
      select from sign_in_counts c where c.device_id = d.id and c.device_id not in (select device_id from held)
    );
  end if;
  return fresh;
end $$;
