import type { proveAgain } from '../../contract/second-factors.ts';
import { type Act, sessionChange } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { transact } from '../db/transact.ts';
import { assertOwnPassword, proveSession } from '../sign-in/own-proof.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { checkSecondFactor } from './check-second-factor.ts';

/** Asks once more who is there, by the password or by a second factor. */
export const proveAgainAct: Act<typeof proveAgain> = async (db, actor, { password, ...factor }) => {
  const given = [password, ...Object.values(factor)].filter((one) => one !== undefined);
  if (given.length !== 1) throw new Refused('request.invalid');
  let token: string | undefined;
  if (password !== undefined) {
    await assertOwnPassword(db, actor, password, 'password');
    token = await transact(db, (transaction) => proveSession(transaction, actor));
  } else {
    await checkSecondFactor(db, actor, userIdOf(actor), factor, async (transaction) => {
      token = await proveSession(transaction, actor);
    });
  }
  return { [sessionChange]: token ?? null };
};
