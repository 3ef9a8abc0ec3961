import { sql } from 'kysely';
import type { Permission } from '../../contract/permissions.ts';
import type { getPhoto } from '../../contract/photos.ts';
import type { PictureAct } from '../act/act.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { findPhoto } from './photos.sql.ts';

/** The lists in which people are seen. */
const views = ['users.view', 'employees.view', 'people.view'] as const satisfies Permission[];

/** Somebody whom one may not see is answered like somebody without a photo, and like nobody at all. */
export const getPhotoAct: PictureAct<typeof getPhoto> = async (db, actor, { id, size }) => {
  await ensureToday(db);
  const photo = (await maySee(db, actor, id)) ? await findPhoto(db, id, size) : null;
  if (!photo) throw new Refused('photos.not-found');
  // The two sizes differ.
  return { content: photo.content, tag: `${photo.tag}-${size}` };
};

async function maySee(db: Db, actor: Actor, id: string): Promise<boolean> {
  if (id === actor.userId) return true;
  const held = views.filter((view) => holdsSomewhere(actor, view));
  if (held.length === 0) return false;
  const seen = held.map((view) => {
    const visible = visibleUsers(actor, view) ?? sql`true`;
    return view === 'people.view' ? sql`(u.standing = 'present' and ${visible})` : visible;
  });
  const { rows } = await sql`
    select from users u where u.id = ${id}::uuid and (${sql.join(seen, sql` or `)})`.execute(db);
  return rows.length > 0;
}
