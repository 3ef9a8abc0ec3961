import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { Judged } from './choose-way.ts';
import { all, type Condition } from './conditions.ts';
import { searchSource, textHolds } from './find-people.sql.ts';
import { addressOf, isIndexed, type Sought, type Term } from './search-plan.ts';

/**
 * Looks up the terms that are whole e-mail addresses. When somebody has that address, the term means this person,
 * and nobody whose address merely contains it.
 */
export async function lookUpAddresses(db: Db, terms: Term[], visible: Condition[]): Promise<Sought[]> {
  const keys = terms.map(addressOf);
  const asked = keys.filter((key) => key !== null);
  const { rows } =
    asked.length === 0
      ? { rows: [] }
      : await sql<{ id: string; email_key: string }>`
          select u.id, u.email_key from users u where u.email_key = any(${asked}::text[]) and ${all(visible)}`.execute(
          db,
        );
  const owners = new Map(rows.map(({ id, email_key }) => [email_key, id]));
  return terms.map((term, n) => {
    const owner = owners.get(keys[n] ?? '');
    return { n, term, ids: owner === undefined ? [] : [owner] };
  });
}

// Met so often in the sample, somebody matches for certain.
const surely = 3;
// Beyond so many matches the trigram index takes longer than reading people until one matches.
const tooMany = 12_000;

/** The numbers of the terms that match anybody visible, whatever the tab and the filters. */
export async function findTerms(
  db: Db,
  sought: Sought[],
  { met, scale, rarity }: Judged,
  visible: Condition[],
): Promise<Set<number>> {
  const found = new Set(
    sought
      .filter(({ n, ids }) => ids.length > 0 || (visible.length === 0 && (met[n] ?? 0) >= surely))
      .map(({ n }) => n),
  );
  const open = sought.filter(({ n }) => !found.has(n));
  const byIndex = ({ n, term }: Sought) => isIndexed(term) && (met[n] ?? 0) * scale < tooMany;
  const indexed = open.filter(byIndex);
  if (indexed.length > 0) {
    const { rows } = await sql<{ n: number }>`
      select distinct n from (${searchSource(indexed, rarity, visible).rows}) found`.execute(db);
    for (const { n } of rows) found.add(n);
  }
  for (const one of open.filter((other) => !byIndex(other))) {
    const { rows } = await sql<{ there: boolean }>`select exists (
      select from user_search u where ${all([textHolds(one.term), ...visible])}) as there`.execute(db);
    if (rows[0]?.there) found.add(one.n);
  }
  return found;
}
