-- Settings: the logo of the installation. At most one, as PNG; the tag changes with the picture.
create table logos (
  id smallint primary key default 1 check (id = 1),
  tag text not null,
  content bytea not null
);
