import type { BulkAct, BulkRun } from '../../contract/bulk.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { findGroups } from '../groups/groups.sql.ts';
import { roleName } from '../roles/role-name.ts';
import { listStoredRoles } from '../roles/roles.sql.ts';
import { countOutcomes, findRun, type StoredRun } from './bulk.sql.ts';

/** A run goes on with all rights of whoever made it, which the token of a program may narrow: so programs make none. */
export function assertPerson({ token }: Actor): void {
  if (token) throw new Refused('tokens.only-people');
}

/** A run of the actor's own; anybody else's answers like one that does not exist. */
export async function getOwnRun(db: Db, actor: Actor, id: string): Promise<StoredRun> {
  const run = await findRun(db, id, actor.userId);
  if (!run) throw new Refused('bulk.not-found');
  return run;
}

/** A run as the contract answers it, with how far it is now. */
export async function describeRun(db: Db, actor: Actor, run: StoredRun): Promise<BulkRun> {
  const { counts, reasons } = await countOutcomes(db, run.id);
  return {
    id: run.id,
    act: run.act,
    named: await nameChoices(db, run.act, actor.language),
    state: run.state,
    counts,
    reasons: reasons.map((reason) => ({ ...reason, message: sayWhy(reason.code, actor.language) })),
    madeAt: run.made_at.toString(),
    endedAt: run.ended_at?.toString() ?? null,
  };
}

/** Why somebody was refused, in words. */
export function sayWhy(code: string, language: Language): string {
  return translate(language, isTextKey(code) ? code : 'request.invalid', { id: '' });
}

async function nameChoices(db: Db, act: BulkAct, language: Language): Promise<string[]> {
  if ('roles' in act) {
    const roles = await listStoredRoles(db, 'installation');
    return roles
      .filter(({ id, key }) => act.roles.includes(id) || (key !== null && act.roles.includes(key)))
      .map((role) => roleName(role, language));
  }
  if ('groups' in act) return (await findGroups(db, act.groups)).map(({ name }) => name);
  return [];
}
