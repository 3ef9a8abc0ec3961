import { proofMinutes } from '../../contract/proof.ts';
import type { Actor } from './actor.ts';
import { Refused } from './refused.ts';

/** Refuses who did not prove lately that it is really them. A program cannot; the machine itself need not. */
export function assertProved(actor: Actor): void {
  if (actor.kind !== 'user') return;
  if (actor.token) throw new Refused('tokens.only-people');
  const age = actor.provedAt?.until(Temporal.Now.instant()).total('minutes') ?? Number.POSITIVE_INFINITY;
  if (age > proofMinutes) throw new Refused('session.prove-again');
}
