-- Many deeds, of an import or a bulk run, are written down with two statements instead of two for each. The chain is
-- the same: only its hashes are computed one after the other.
create or replace function append_deeds(deeds jsonb) returns bigint language plpgsql as $$
declare
  head audit_head;
  before bigint;
  deed record;
  hashes bytea[] := '{}';
begin
  select * into head from audit_head for update;
  before := head.seq;
  hashes := array_append(hashes, head.hash);
  for deed in
    select value ->> 'text' as text, decode(value #>> '{changes,digest}', 'hex') as changes_digest,
      decode(value #>> '{origin,digest}', 'hex') as origin_digest
    from jsonb_array_elements(deeds)
  loop
    head.seq := head.seq + 1;
    head.hash := sha256(
      head.hash || convert_to(head.seq || ':' || deed.text, 'UTF8') || deed.changes_digest || deed.origin_digest
    );
    hashes := array_append(hashes, head.hash);
  end loop;
  insert into audit_log
  select before + n, (value ->> 'at')::timestamptz, value ->> 'action', value ->> 'actorKind',
    (value ->> 'actorId')::uuid, value ->> 'targetKind', value ->> 'targetId',
    decode(value #>> '{changes,digest}', 'hex'), decode(value #>> '{origin,digest}', 'hex'), previous, hash
  from rows from (jsonb_array_elements(deeds), unnest(hashes), unnest(hashes[2:]))
    with ordinality d (value, previous, hash, n)
  where value is not null;
  insert into audit_parts
  select before + n, part, (value -> part ->> 'about')::uuid, decode(value -> part ->> 'salt', 'hex'),
    (value -> part ->> 'data')::jsonb
  from jsonb_array_elements(deeds) with ordinality d (value, n), unnest(array['changes', 'origin']) part;
  update audit_head set seq = head.seq, hash = head.hash;
  return head.seq;
end $$;
