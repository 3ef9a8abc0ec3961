import { createHash } from 'node:crypto';
import type { InputOf } from '../../contract/endpoint.ts';
import type { Assertion, proveSecondFactor } from '../../contract/second-factors.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { type Db, transact } from '../db/transact.ts';
import { openSecret } from '../lib/seal-secrets.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type Compared, checkInPlace, type Verdict } from '../sign-in/check-in-place.ts';
import { refuseLocked } from '../sign-in/check-password.ts';
import { clearWrong } from '../sign-in/counts.sql.ts';
import { isLockedFor } from '../sign-in/devices.sql.ts';
import { withPlace } from '../sign-in/take-place.ts';
import { lockUserRow } from '../users/users.sql.ts';
import { findStep } from './app-codes.ts';
import { findApp, takeStep } from './authenticator-apps.sql.ts';
import { checkAssertion } from './check-passkey.ts';
import { takeUse } from './passkeys.sql.ts';
import { findSalt, isUnusedCode, takeCode } from './recovery-codes.sql.ts';
import { hashRecoveryCode } from './recovery-codes.ts';

type Given = InputOf<typeof proveSecondFactor>;
type FactorKind = 'app' | 'recovery-code' | 'passkey';

/** What is done once the factor was right, in the transaction that uses it up. */
type WhenRight = (transaction: Db, kind: FactorKind) => Promise<void>;

/** Something right that can be used once: whoever uses it up first has it. */
type Take = (transaction: Db) => Promise<boolean>;

/**
 * Checks the second factor of somebody: exactly one of a code, a recovery code and a passkey, and refuses it where it is
 * wrong. Codes are counted and lock as passwords do; a passkey cannot be guessed, so its refusals are not counted.
 */
export async function checkSecondFactor(
  db: Db,
  actor: Actor,
  userId: string,
  given: Given,
  whenRight: WhenRight,
): Promise<void> {
  const { code, recoveryCode, passkey } = given;
  if ([code, recoveryCode, passkey].filter((one) => one !== undefined).length !== 1) {
    throw new Refused('request.invalid');
  }
  const verdict = passkey
    ? await checkPasskey(db, actor, userId, passkey, whenRight)
    : code !== undefined
      ? await checkCounted(
          db,
          actor,
          userId,
          'app',
          (take) => compareAppCode(db, userId, code, take),
          whenRight,
        )
      : await checkCounted(
          db,
          actor,
          userId,
          'recovery-code',
          (take) => compareRecoveryCode(db, userId, recoveryCode ?? '', take),
          whenRight,
        );
  if (verdict === 'locked') throw refuseLocked((await readSettings(db)).supportEmail);
  if (verdict === 'right') return;
  throw passkey
    ? new Refused('session.wrong-passkey')
    : refuseField('session.wrong-code', code === undefined ? 'recoveryCode' : 'code');
}

async function checkCounted(
  db: Db,
  actor: Actor,
  userId: string,
  kind: FactorKind,
  compare: (found: (take: Take) => void) => Promise<Compared>,
  whenRight: WhenRight,
): Promise<Verdict> {
  const { lockAfter: limit } = await readSettings(db);
  let take: Take = async () => false;
  const counted = { userId, deviceId: actor.deviceId };
  return withPlace(db, counted, limit, async (mark) => {
    // Somebody who got this far has given the right password: they may know that the account is locked.
    if (mark === null) return (await isLockedFor(db, userId, actor.deviceId)) ? 'locked' : 'wrong';
    return checkInPlace(
      db,
      actor,
      { counted, mark, limit },
      () =>
        compare((found) => {
          take = found;
        }),
      () =>
        transact(db, async (transaction) => {
          if (!(await clearWrong(transaction, counted, mark))) return 'locked';
          if (!(await take(transaction))) return 'wrong';
          await whenRight(transaction, kind);
          return 'right';
        }),
    );
  });
}

async function compareAppCode(
  db: Db,
  userId: string,
  code: string,
  found: (take: Take) => void,
): Promise<Compared> {
  const app = await findApp(db, userId);
  const step = app?.secret ? findStep(openSecret(app.secret, userId), code) : null;
  if (!app || step === null || step <= app.lastStep)
    return { right: false, fingerprint: fingerprintOf(code) };
  found((transaction) => takeStep(transaction, userId, step));
  return { right: true, fingerprint: '' };
}

async function compareRecoveryCode(
  db: Db,
  userId: string,
  code: string,
  found: (take: Take) => void,
): Promise<Compared> {
  const salt = await findSalt(db, userId);
  const hash = salt && (await hashRecoveryCode(code, salt));
  if (!hash || !(await isUnusedCode(db, userId, hash))) {
    return { right: false, fingerprint: fingerprintOf(code) };
  }
  found((transaction) => takeCode(transaction, userId, hash));
  return { right: true, fingerprint: '' };
}

/** Marked, so that the right password does not clear wrong codes (migration 0001, clear_wrong). */
function fingerprintOf(code: string): string {
  return `code:${createHash('sha256').update(code.trim()).digest('hex').slice(0, 8)}`;
}

async function checkPasskey(
  db: Db,
  actor: Actor,
  userId: string,
  assertion: Assertion,
  whenRight: WhenRight,
): Promise<Verdict> {
  const signed = await checkAssertion(db, assertion);
  if (signed?.passkey.userId !== userId) return 'wrong';
  return transact(db, async (transaction) => {
    await lockUserRow(transaction, userId);
    if (await isLockedFor(transaction, userId, actor.deviceId)) return 'locked';
    if (!(await takeUse(transaction, signed.passkey.id, signed.use))) return 'wrong';
    await whenRight(transaction, 'passkey');
    return 'right';
  });
}
