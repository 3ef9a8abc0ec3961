import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';

export type MailRow = Selectable<Tables['mails']>;

export type NewMail = Pick<
  MailRow,
  'id' | 'kind' | 'user_id' | 'language' | 'to_address' | 'to_name' | 'subject' | 'text' | 'html'
> & {
  link_path: string | null;
  link_id: string | null;
  link_expires_at: string | null;
  next_try_at?: string | null;
  /** As JSON: whose name and address stand in From; null for the installation's. */
  sender?: string | null;
  state?: 'sent' | 'held' | 'waiting';
  created_at?: string;
  sent_at?: string;
};

/** A mailbox in whose name a mail goes out. */
export type Sender = { name: string; address: string };

export async function insertMails(transaction: Db, mails: NewMail[]): Promise<void> {
  if (mails.length > 0) await transaction.insertInto('mails').values(mails).execute();
}

/** Mail that was held for this person is due from now on. True when there was any. */
export async function releaseMails(transaction: Db, userId: string): Promise<boolean> {
  const { rows } = await sql`
    update mails set state = 'waiting', next_try_at = now()
    where user_id = ${userId}::uuid and state = 'held' returning 1`.execute(transaction);
  return rows.length > 0;
}

/** A mail of the lists, with the name of whom it is about. */
export type FoundMail = MailRow & {
  first_name: string | null;
  infix: string | null;
  last_name: string | null;
  time_zone: string | null;
  email: string | null;
  pending_email: string | null;
  activated_at: Temporal.Instant | null;
};

/** Which mails somebody may know of: a condition on the users table under the alias `u`, or null for all. */
export type MailFilter = RawBuilder<SqlBool> | null;

export async function findMail(db: Db, id: string, visible: MailFilter): Promise<FoundMail | undefined> {
  return mailsOf(db, visible).where('m.id', '=', id).executeTakeFirst();
}

export type Wanted = {
  visible: MailFilter;
  states: MailRow['state'][] | undefined;
  search: string | undefined;
  user: string | undefined;
};

export async function listMails(
  db: Db,
  wanted: Wanted,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<FoundMail[]> {
  let query = narrowed(mailsOf(db, wanted.visible), wanted);
  if (after)
    query = query.where(sql<SqlBool>`(m.created_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(limit).execute();
}

/** How many there are, counted no further than `most`. */
export async function countMails(db: Db, wanted: Wanted, most: number): Promise<number> {
  const some = narrowed(mailsOf(db, wanted.visible), wanted)
    .clearSelect()
    .select(sql`1`.as('one'))
    .limit(most);
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function mailsOf(db: Db, visible: MailFilter) {
  const all = db
    .selectFrom('mails as m')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .selectAll('m')
    .select([
      'u.first_name',
      'u.infix',
      'u.last_name',
      'u.time_zone',
      'u.email',
      'u.pending_email',
      'u.activated_at',
    ]);
  return visible ? all.where(sql<SqlBool>`(m.user_id is null or ${visible})`) : all;
}

function narrowed(mails: ReturnType<typeof mailsOf>, { states, search, user }: Wanted) {
  let query = mails;
  if (states) query = query.where('m.state', 'in', states);
  if (user) query = query.where('m.user_id', '=', user);
  for (const word of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<SqlBool>`lower(m.to_address || ' ' || m.subject) like ${pattern}`);
  }
  return query;
}

/** The mail, locked until the transaction ends. */
export async function lockMail(transaction: Db, id: string): Promise<MailRow | undefined> {
  return transaction.selectFrom('mails').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Puts a mail back to the beginning of its tries; whoever is sending it this moment loses it. */
export async function reviveMail(
  transaction: Db,
  id: string,
  link: Pick<NewMail, 'link_path' | 'link_id' | 'link_expires_at'>,
): Promise<void> {
  await transaction
    .updateTable('mails')
    .set({ ...link, state: 'waiting', attempts: 0, failure: null, next_try_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}
