-- Many people at once, without searching getting slower: a few kilobytes of new names wait beside the index of letters,
-- and go into it together (docs/benchmarks.md: three times as fast; eight pages more to look through).
alter index user_search_trigrams set (fastupdate = on, gin_pending_list_limit = 64);

-- As before, except that the planner is told that there is one installation. It took a table that was never looked at
-- for hundreds of rows, and read all users for each piece of an import.
create or replace function refresh_standing(people uuid[]) returns void language sql as $$
  update users u
  set standing = s.standing, starts_on = s.starts_on, leaves_on = s.leaves_on
  from (
    select
      p.id,
      m.starts_on,
      m.leaves_on,
      case
        when m.user_id is null then 'ended'
        when i.rolled_on between m.starts_on and coalesce(m.leaves_on, 'infinity') then 'present'
        when m.starts_on > i.rolled_on and not exists (
          select 1 from staff_memberships past where past.user_id = p.id and past.leaves_on < i.rolled_on
        ) then 'starting'
        else 'ended'
      end as standing
    from unnest(people) as p (id)
    cross join (select rolled_on from installation limit 1) i
    left join lateral (
      select sm.user_id, sm.starts_on, sm.leaves_on
      from staff_memberships sm
      where sm.user_id = p.id
      order by
        i.rolled_on between sm.starts_on and coalesce(sm.leaves_on, 'infinity') desc,
        sm.starts_on > i.rolled_on desc,
        case when sm.starts_on > i.rolled_on then sm.starts_on end,
        sm.starts_on desc
      limit 1
    ) m on true
  ) s
  where u.id = s.id
    and (u.standing, u.starts_on, u.leaves_on) is distinct from (s.standing, s.starts_on, s.leaves_on)
$$;
