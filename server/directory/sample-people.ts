import { sql } from 'kysely';
import { type Db, rootOf } from '../db/transact.ts';
import { minutes } from '../lib/days.ts';
import type { Rarity } from './search-plan.ts';

/** Some people at random, in the order of the list. Only ever used to choose the quicker of two ways. */
export type Sample = { people: Sampled[]; total: number; rarity: Rarity; at: number };

type Sampled = { state: string; sort_key: string; search_text: string };

const size = 4000;
const samples = new WeakMap<Db, Sample>();

/**
 * A recent sample: taken again when it is old, or when many came or went. `everybody` is how many people there are,
 * where the asker knows.
 */
export async function samplePeople(db: Db, everybody: number | null): Promise<Sample> {
  const kept = samples.get(rootOf(db));
  const fresh = kept && performance.now() - kept.at < minutes(10);
  if (fresh && Math.abs((everybody ?? kept.total) - kept.total) <= kept.total / 5) return kept;
  const total = everybody ?? (await countEverybody(db));
  const percent = Math.min(100, (100 * size) / Math.max(1, total));
  const { rows } = await sql<Sampled>`
    select state, sort_key, search_text from user_search u tablesample system (${sql.lit(percent)})
    order by sort_key limit ${size * 2}`.execute(db);
  const sample = { people: rows, total, rarity: rarityIn(rows), at: performance.now() };
  samples.set(rootOf(db), sample);
  return sample;
}

/** A group that nobody of the sample has counts as had by half a person. */
function rarityIn(people: Sampled[]): Rarity {
  const counts = new Map<string, number>();
  for (const { search_text } of people) {
    const groups = new Set<string>();
    for (let at = 0; at + 3 <= search_text.length; at += 1) groups.add(search_text.slice(at, at + 3));
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return { share: (group) => (counts.get(group) ?? 0.5) / Math.max(1, people.length) };
}

/** How many people there are, whoever asks. */
export async function countEverybody(db: Db): Promise<number> {
  const { rows } = await sql<{ total: number }>`select sum(delta)::int as total from user_counts`.execute(db);
  return rows[0]?.total ?? 0;
}
