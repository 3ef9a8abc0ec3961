import { type Selectable, sql } from 'kysely';
import type { Permission } from '../../contract/permissions.ts';
import type { Language } from '../../contract/shapes.ts';
import { refuseField } from '../act/refused.ts';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/transact.ts';
import { comesInAtOnceOn, joinRights, type Rights, rights } from './rights.sql.ts';

export type TokenRow = Omit<Selectable<Tables['api_tokens']>, 'token_hash'>;

type FoundToken = {
  id: string;
  user_id: string;
  name: string;
  given: Permission[];
  last_used_at: Temporal.Instant | null;
} & Rights & { language: Language };

/**
 * The token with this hash, if its last day is not over and its owner may come in on this day and has nothing to do
 * first.
 */
export async function findToken(db: Db, hash: Uint8Array, day: string): Promise<FoundToken | undefined> {
  const { rows } = await sql<FoundToken>`
    select t.id, t.user_id, t.name, t.permissions as given, t.last_used_at, u.language, ${rights}
    from api_tokens t
    join users u on u.id = t.user_id
    ${joinRights(day)}
    where t.token_hash = ${hash} and t.ends_on >= ${day}::date and ${comesInAtOnceOn(day)}`.execute(db);
  return rows[0];
}

/** At most once a minute, as for sessions. */
export async function updateTokenUse(db: Db, id: string): Promise<void> {
  await sql`
    update api_tokens set last_used_at = now()
    where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`.execute(db);
}

export async function listTokensOf(db: Db, userId: string): Promise<TokenRow[]> {
  return db
    .selectFrom('api_tokens')
    .select(['id', 'user_id', 'name', 'permissions', 'created_at', 'ends_on', 'last_used_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Adds a token, with its rights in the order of the contract. */
export async function insertToken(
  transaction: Db,
  token: {
    id: string;
    userId: string;
    name: string;
    hash: Uint8Array;
    permissions: Permission[];
    endsOn: string;
  },
): Promise<void> {
  const { id, userId, name, hash, permissions, endsOn } = token;
  await transaction
    .insertInto('api_tokens')
    .values({ id, user_id: userId, name, token_hash: hash, permissions, ends_on: endsOn })
    .execute()
    .catch((error: unknown) => {
      if (error instanceof Error && 'constraint' in error && error.constraint === 'api_tokens_name') {
        throw refuseField('tokens.name-taken', 'name');
      }
      throw error;
    });
}

/** The name of the token that was ended; undefined where there is none of this person. */
export async function deleteToken(transaction: Db, userId: string, id: string): Promise<string | undefined> {
  const row = await transaction
    .deleteFrom('api_tokens')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}
