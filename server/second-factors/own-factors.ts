import { sql } from 'kysely';
import type {
  getOwnSecondFactors,
  renamePasskey,
  renewRecoveryCodes,
} from '../../contract/second-factors.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { findRelyingParty } from '../settings/relying-party.ts';
import { findCredential } from '../sign-in/credentials.sql.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { findApp } from './authenticator-apps.sql.ts';
import { listPasskeys, updateName } from './passkeys.sql.ts';
import { countCodes, replaceCodes } from './recovery-codes.sql.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { tellOfChange } from './tell-of-change.ts';

export const getOwnSecondFactorsAct: Act<typeof getOwnSecondFactors> = async (db, actor) => {
  const userId = userIdOf(actor);
  const app = await findApp(db, userId);
  const codes = await countCodes(db, userId);
  return {
    required: await mustHave(db, userId),
    app: app?.setUpAt
      ? { setUpAt: app.setUpAt.toString(), lastUsedAt: app.lastUsedAt?.toString() ?? null }
      : null,
    passkeys: (await listPasskeys(db, userId)).map(({ id, name, createdAt, lastUsedAt, backedUp }) => ({
      id,
      name,
      createdAt: createdAt.toString(),
      lastUsedAt: lastUsedAt?.toString() ?? null,
      backedUp,
    })),
    recoveryCodes: { left: codes.left, madeAt: codes.madeAt?.toString() ?? null },
    passkeysPossible: findRelyingParty() !== null,
    passwordNeedsFactor: (await findCredential(db, userId))?.needsSecondFactor ?? false,
  };
};

/** Whether a second factor is asked of somebody: of them, of one of their organisations, or of everybody. */
export async function mustHave(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ must: boolean | null }>`
    select must_have_two_factor(${userId}::uuid) as must`.execute(db);
  return rows[0]?.must ?? false;
}

export const renamePasskeyAct: Act<typeof renamePasskey> = async (db, actor, { passkey, name }) => {
  const userId = userIdOf(actor);
  await transact(db, async (transaction) => {
    const before = await updateName(transaction, userId, passkey, name);
    if (before === null) throw new Refused('passkeys.not-found');
    if (before === name) return;
    await recordDeeds(transaction, actor, [
      {
        action: 'two-factor.passkey-renamed',
        target: { kind: 'user', id: userId },
        about: userId,
        changes: [{ field: 'passkey', from: before, to: name }],
      },
    ]);
  });
};

export const renewRecoveryCodesAct: Act<typeof renewRecoveryCodes> = async (db, actor) => {
  const userId = userIdOf(actor);
  const made = await makeRecoveryCodes();
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user?.two_factor_on) throw new Refused('two-factor.off');
    await replaceCodes(transaction, userId, made);
    await tellOfChange(transaction, user, 'recoveryCodesRenewed');
    await recordDeeds(transaction, actor, [
      {
        action: 'two-factor.recovery-codes-renewed',
        target: { kind: 'user', id: userId },
        about: userId,
      },
    ]);
  });
  return { recoveryCodes: made.codes };
};
