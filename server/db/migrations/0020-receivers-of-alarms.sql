-- Who is told when a link with a personnel file is in trouble; where nobody is chosen, the administrators are.
create table personnel_file_receivers (
  file_id uuid not null references personnel_files on delete cascade,
  user_id uuid not null references users on delete cascade,
  primary key (file_id, user_id)
);
create index personnel_file_receivers_by_user on personnel_file_receivers (user_id);
