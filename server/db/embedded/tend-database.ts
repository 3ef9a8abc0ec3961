import type { PGlite } from '@electric-sql/pglite';

const bytesBetweenCheckpoints = 64 * 1024 * 1024;

/**
 * Does what the background processes of a PostgreSQL server do, and which one process alone never does: a checkpoint
 * once 64 MB of log has gathered (it would grow for ever), and vacuum and analyse of tables that changed a lot
 * (searches would become slow). Says what it did. Each step blocks other queries while it runs.
 */
export async function tendDatabase(pglite: PGlite): Promise<string[]> {
  // Counts are otherwise up to a minute late; they arrive when this query has ended.
  await pglite.query('select pg_stat_force_next_flush()');
  const statements = [...(await listTablesToTend(pglite)), ...(await listCheckpoint(pglite))];
  for (const statement of statements) await pglite.exec(statement);
  return statements;
}

async function listCheckpoint(pglite: PGlite): Promise<string[]> {
  const { rows } = await pglite.query<{ gathered: number }>(
    'select (pg_current_wal_lsn() - redo_lsn)::float8 as gathered from pg_control_checkpoint()',
  );
  return (rows[0]?.gathered ?? 0) > bytesBetweenCheckpoints ? ['checkpoint'] : [];
}

/** The thresholds are PostgreSQL's own defaults for autovacuum; 150 million is its age at which rows are frozen. */
async function listTablesToTend(pglite: PGlite): Promise<string[]> {
  const { rows } = await pglite.query<{ statement: string }>(`
    with tables as (
      select format('%I.%I', s.schemaname, s.relname) as name, age(c.relfrozenxid) > 150000000 as old,
        s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
          or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0) as untidy,
        s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0) as unknown
      from pg_stat_all_tables s join pg_class c on c.oid = s.relid
      where c.relkind in ('r', 'm') and c.relpersistence = 'p'
    )
    select case when untidy or old then 'vacuum (analyze) ' else 'analyze ' end || name as statement
    from tables where untidy or old or unknown order by name`);
  return rows.map(({ statement }) => statement);
}
