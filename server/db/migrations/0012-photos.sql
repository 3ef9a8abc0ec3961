-- People: photos. Two squares as JPEG; the tag changes with the picture.

create table photos (
  user_id uuid primary key references users on delete cascade,
  tag text not null,
  large bytea not null,
  small bytea not null,
  changed_at timestamptz not null default now()
);
-- A JPEG does not get smaller.
alter table photos alter column large set storage external, alter column small set storage external;
