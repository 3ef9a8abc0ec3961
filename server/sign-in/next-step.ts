import { sql } from 'kysely';
import type { Db } from '../db/transact.ts';
import type { NextStep } from './sessions.sql.ts';

type Demands = { twoFactorOn: boolean; twoFactorRequired: boolean; mustChange: boolean };

/**
 * What a session still has to do before it is worth anything. The second factor comes first: until it is `proved`
 * nobody chooses a password, and while there is one nobody sets up another.
 */
export function nextStepOf(
  { twoFactorOn, twoFactorRequired, mustChange }: Demands,
  { proved }: { proved: boolean },
): NextStep {
  if (twoFactorOn && !proved) return 'two-factor';
  if (mustChange) return 'change-password';
  return twoFactorRequired && !twoFactorOn ? 'set-up-two-factor' : null;
}

/** The same of somebody who has proved their second factor, where there is one, as things are now. */
export async function readNextStep(transaction: Db, userId: string): Promise<NextStep> {
  const { rows } = await sql<Demands>`
    select u.two_factor_on as "twoFactorOn", must_have_two_factor(u.id) as "twoFactorRequired",
      coalesce(c.must_change, false) as "mustChange"
    from users u left join credentials c on c.user_id = u.id where u.id = ${userId}`.execute(transaction);
  return rows[0] ? nextStepOf(rows[0], { proved: true }) : 'two-factor';
}
