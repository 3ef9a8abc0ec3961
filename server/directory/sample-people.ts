import { sql } from 'kysely';
import { type Db, rootOf } from '../db/transact.ts';
import { minutes } from '../lib/days.ts';

/** Some people at random, in the order of the list. Only ever used to choose the quicker of two ways. */
export type Sample = {
  people: { state: string; sort_key: string; search_text: string }[];
  total: number;
  at: number;
};

const size = 4000;
const samples = new WeakMap<Db, Sample>();

/** A recent sample of `total` people: taken again when it is old, or when many came or went. */
export async function samplePeople(db: Db, total: number): Promise<Sample> {
  const kept = samples.get(rootOf(db));
  const fresh = kept && performance.now() - kept.at < minutes(10);
  if (fresh && Math.abs(total - kept.total) <= kept.total / 5) return kept;
  const percent = Math.min(100, (100 * size) / Math.max(1, total));
  const { rows } = await sql<Sample['people'][number]>`
    select state, sort_key, search_text from user_search tablesample system (${sql.lit(percent)})
    order by sort_key limit ${size * 2}`.execute(db);
  const sample = { people: rows, total, at: performance.now() };
  samples.set(rootOf(db), sample);
  return sample;
}
