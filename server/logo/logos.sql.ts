import type { Db } from '../db/transact.ts';
import type { Logo } from './make-logo.ts';

export async function findLogo(db: Db): Promise<Logo | null> {
  const row = await db.selectFrom('logos').select(['content', 'tag']).executeTakeFirst();
  return row ? { content: Buffer.from(row.content), tag: row.tag } : null;
}

/** Keeps this logo instead of the one before; false when it is the same one. */
export async function writeLogo(transaction: Db, logo: Logo): Promise<boolean> {
  const result = await transaction
    .insertInto('logos')
    .values(logo)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(logo).where('logos.tag', '<>', logo.tag))
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when there was none. */
export async function deleteLogo(transaction: Db): Promise<boolean> {
  const result = await transaction.deleteFrom('logos').executeTakeFirst();
  return result.numDeletedRows > 0n;
}
