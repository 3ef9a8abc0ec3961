import { type RawBuilder, sql } from 'kysely';
import type { PhotoSize } from '../../contract/photos.ts';
import type { Db } from '../db/transact.ts';
import type { Photo } from './make-photo.ts';

/** Which photo somebody has (`x`: their row of users), for lists and pages that show it. */
export function photoTag(x: string): RawBuilder<string | null> {
  return sql`(select p.tag from photos p where p.user_id = ${sql.ref(`${x}.id`)})`;
}

export async function findPhotoTag(db: Db, userId: string): Promise<string | null> {
  const row = await db.selectFrom('photos').select('tag').where('user_id', '=', userId).executeTakeFirst();
  return row?.tag ?? null;
}

export async function findPhoto(
  db: Db,
  userId: string,
  size: PhotoSize,
): Promise<{ content: Buffer; tag: string } | null> {
  const row = await db
    .selectFrom('photos')
    .select([size, 'tag'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const content = row?.[size];
  return row && content ? { content: Buffer.from(content), tag: row.tag } : null;
}

/** Keeps this photo instead of the one before; false when it is the same one. */
export async function writePhoto(transaction: Db, userId: string, photo: Photo): Promise<boolean> {
  const row = { ...photo, changed_at: Temporal.Now.instant().toString() };
  const result = await transaction
    .insertInto('photos')
    .values({ user_id: userId, ...row })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(row).where('photos.tag', '<>', photo.tag),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when there was none. */
export async function deletePhoto(transaction: Db, userId: string): Promise<boolean> {
  const result = await transaction.deleteFrom('photos').where('user_id', '=', userId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
