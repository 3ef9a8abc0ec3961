import { sql } from 'kysely';
import { system } from '../act/actor.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readSettings } from '../settings/read-settings.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { putActivationMail } from './invite.ts';

type Waiting = { id: string; linkId: string; madeBy: string | null };

const atOnce = 200;

/**
 * Reminds everybody once who was asked in so many days ago and has not answered, as the settings say. Whose mail never
 * left, or whose link was used, replaced or has expired, is not reminded.
 */
export async function remindPeople(db: Db, signal?: AbortSignal): Promise<void> {
  const { remindAfterDays } = await readSettings(db);
  if (remindAfterDays === null) return;
  await ensureToday(db);
  for (;;) {
    const people = await listWaiting(db, remindAfterDays);
    for (const person of people) await remind(db, person);
    if (people.length < atOnce || signal?.aborted) return;
  }
}

async function listWaiting(db: Db, days: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select u.id, l.id as "linkId", l.made_by as "madeBy"
    from links l
    join mails m on m.link_id = l.id
    join users u on u.id = l.user_id
    where l.purpose = 'activation' and l.used_at is null and l.revoked_at is null and l.expires_at > now()
      and m.kind = 'activation' and m.state = 'sent' and m.sent_at <= now() - make_interval(days => ${days}::int)
      and u.activated_at is null and u.standing <> 'ended' and u.email = m.to_address
    order by l.id
    limit ${atOnce}`.execute(db);
  return rows;
}

async function remind(db: Db, { id, linkId, madeBy }: Waiting): Promise<void> {
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, id);
    const { rows } = await sql`
      select 1 from links where id = ${linkId}::uuid and used_at is null and revoked_at is null`.execute(
      transaction,
    );
    if (!user || user.activated_at !== null || rows.length === 0) return;
    const actor = system(user.language);
    await putActivationMail(transaction, actor, user, { madeBy, kind: 'reminder' });
    await recordDeeds(transaction, actor, [
      { action: 'users.reminded', target: { kind: 'user', id }, about: id },
    ]);
  });
}
