import type { OutputOf } from '../../contract/endpoint.ts';
import { permissions } from '../../contract/permissions.ts';
import {
  type ApiToken,
  type createToken,
  type endOwnToken,
  type endToken,
  type listOwnTokens,
  type listTokens,
  tokenMostDays,
} from '../../contract/tokens.ts';
import type { Act } from '../act/act.ts';
import { type Actor, holdsSomewhere } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { newId } from '../lib/ids.ts';
import { assertNotAbove, getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { deleteToken, insertToken, listTokensOf, type TokenRow } from './api-tokens.sql.ts';
import { userIdOf } from './own-session.ts';
import { newSecret } from './token-secret.ts';

const most = 50;

export const listOwnTokensAct: Act<typeof listOwnTokens> = async (db, actor) =>
  describeTokens(db, userIdOf(actor));

export const listTokensAct: Act<typeof listTokens> = async (db, actor, { id }) => {
  const user = await getVisibleUser(db, actor, id);
  await assertNotAbove(db, actor, user, await ensureToday(db));
  return describeTokens(db, user.id);
};

async function describeTokens(db: Db, userId: string): Promise<OutputOf<typeof listTokens>> {
  const day = await ensureToday(db);
  return { items: (await listTokensOf(db, userId)).map((row) => describeToken(row, day)) };
}

function describeToken(row: TokenRow, day: string): ApiToken {
  return {
    id: row.id,
    name: row.name,
    permissions: permissions.filter((one) => row.permissions.includes(one)),
    createdAt: row.created_at.toString(),
    endsOn: row.ends_on,
    ended: row.ends_on < day,
    lastUsedAt: row.last_used_at?.toString() ?? null,
  };
}

/** Makes a token within the rights of who makes it; only the answer ever holds the secret. */
export const createTokenAct: Act<typeof createToken> = async (db, actor, input) => {
  const userId = userIdOf(actor);
  const day = await ensureToday(db);
  const last = Temporal.PlainDate.from(day).add({ days: tokenMostDays }).toString();
  if (input.endsOn <= day || input.endsOn > last) throw refuseField('tokens.end-day', 'endsOn');
  const wanted = permissions.filter((one) => input.permissions.includes(one));
  if (!wanted.every((one) => holdsSomewhere(actor, one)))
    throw refuseField('tokens.above-you', 'permissions');
  const { secret, hash } = newSecret();
  const id = newId();
  const made = await transact(db, async (transaction) => {
    await lockUserRow(transaction, userId);
    if ((await listTokensOf(transaction, userId)).length >= most) throw new Refused('tokens.too-many');
    const { name, endsOn } = input;
    await insertToken(transaction, { id, userId, name, hash, permissions: wanted, endsOn });
    await recordDeeds(transaction, actor, [
      {
        action: 'tokens.created',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [
          { field: 'token', from: null, to: name },
          { field: 'permissions', from: null, to: wanted },
          { field: 'endsOn', from: null, to: endsOn },
        ],
      },
    ]);
    return (await listTokensOf(transaction, userId)).find((row) => row.id === id);
  });
  if (!made) throw new Refused('session.required');
  return { ...describeToken(made, day), token: secret };
};

export const endOwnTokenAct: Act<typeof endOwnToken> = (db, actor, { token }) =>
  transact(db, (transaction) => endTokenOf(transaction, actor, userIdOf(actor), token));

export const endTokenAct: Act<typeof endToken> = async (db, actor, { id, token }) => {
  const day = await ensureToday(db);
  return transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertNotAbove(transaction, actor, user, day);
    return endTokenOf(transaction, actor, user.id, token);
  });
};

async function endTokenOf(transaction: Db, actor: Actor, userId: string, id: string): Promise<undefined> {
  const name = await deleteToken(transaction, userId, id);
  if (name === undefined) throw new Refused('tokens.not-found');
  await recordDeeds(transaction, actor, [
    {
      action: 'tokens.ended',
      target: { kind: 'user', id: userId },
      about: userId,
      changes: [{ field: 'token', from: name, to: null }],
    },
  ]);
  return undefined;
}
