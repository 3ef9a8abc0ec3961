-- The preset NIST takes a shorter password beside a second factor. Whoever loses the last factor, in whatever way,
-- chooses another password at the next sign-in, unless theirs was long enough to stand alone.

alter table credentials add column needs_second_factor boolean not null default false;

-- How long a password from before is, nobody knows: it may be a short one.
update credentials c set needs_second_factor = true
from users u, installation i
where u.id = c.user_id and u.two_factor_on and i.settings -> 'passwordPolicy' ->> 'preset' = 'nist';

create function last_second_factor_went() returns trigger language plpgsql as $$
begin
  update credentials set must_change = true where user_id = new.id and needs_second_factor;
  return null;
end $$;

create trigger users_last_second_factor after update of two_factor_on on users
  for each row when (old.two_factor_on and not new.two_factor_on) execute function last_second_factor_went();
