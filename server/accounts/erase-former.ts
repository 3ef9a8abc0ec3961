import { sql } from 'kysely';
import { system } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readSettings } from '../settings/read-settings.ts';
import { deleteCounts } from '../sign-in/counts.sql.ts';
import { isOtherAdministrator, lockAdministrators } from '../users/last-administrator.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { erasePerson } from './end-account.ts';

const atOnce = 200;

/** Erases everybody who left so many months ago, as the settings say; each as deleting by hand does. */
export async function eraseFormer(db: Db, signal?: AbortSignal): Promise<void> {
  const { formerKeptMonths } = await readSettings(db);
  if (formerKeptMonths === null) return;
  const day = await ensureToday(db);
  const until = Temporal.PlainDate.from(day).subtract({ months: formerKeptMonths }).toString();
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await listFormer(db, until, after);
    for (const id of ids) await eraseOne(db, id, until, day);
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce || signal?.aborted) return;
  }
}

async function listFormer(db: Db, until: string, after: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from users
    where standing = 'ended' and leaves_on < ${until}::date and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${atOnce}`.execute(db);
  return rows.map(({ id }) => id);
}

async function eraseOne(db: Db, id: string, until: string, day: string): Promise<void> {
  await transact(db, async (transaction) => {
    await deleteCounts(transaction, id);
    await lockAdministrators(transaction);
    const user = await lockUserRow(transaction, id);
    const isFormer = user?.standing === 'ended' && user.leaves_on !== null && user.leaves_on < until;
    if (!user || !isFormer) return;
    if (user.is_admin && !(await isOtherAdministrator(transaction, id, day))) return;
    await erasePerson(transaction, system(), user, day, 'users.deleted');
  });
}
