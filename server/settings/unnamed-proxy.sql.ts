import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';

/** Notes that a proxy forwards requests and is not named, beside what was named then: another choice makes the note old. */
export async function noteUnnamedProxy(db: Db, address: string): Promise<void> {
  await sql`update installation set unnamed_proxy = ${JSON.stringify({ address, named: namedProxies() })}`.execute(
    db,
  );
}

/** The address of a proxy that forwards requests and is not named, as things are configured now. */
export async function findUnnamedProxy(db: Db): Promise<string | null> {
  const row = await db.selectFrom('installation').select('unnamed_proxy as noted').executeTakeFirst();
  return row?.noted?.named === namedProxies() ? row.noted.address : null;
}

/** The proxies that may say where a request came from, as the operator wrote them. */
export function namedProxies(): string {
  return process.env.MUSTER_TRUSTED_PROXIES?.trim() ?? '';
}
