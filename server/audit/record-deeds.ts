import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { appendDeeds } from './audit.sql.ts';
import { digestPart, textOf } from './chain.ts';

/**
 * One field that changed; null where there was nothing before or is nothing after. Never a secret. A change that tells
 * of an organisation names its id: it is read only by those who may know of that organisation.
 */
export type Change = { field: string; from: unknown; to: unknown; organisation?: string };

export type RecordedDeed = {
  /** Stable name, `users.changed`; its words stand in the texts under `actions.<action>`. */
  action: string;
  target: {
    kind:
      | 'user'
      | 'mail'
      | 'settings'
      | 'audit'
      | 'organisation'
      | 'role'
      | 'group'
      | 'activity'
      | 'skill'
      | 'shift'
      | 'import'
      | 'personnel-file';
    id: string | null;
  };
  /** Whose personal data stands in the changes: erased together with that person. */
  about: string | null;
  changes?: Change[];
};

/**
 * Writes down deeds, chained to all before them (docs/decisions/0003). Call it last in the transaction of the
 * deed: from here to the commit all other writers wait.
 */
export async function recordDeeds(transaction: Db, actor: Actor, deeds: RecordedDeed[]): Promise<void> {
  if (deeds.length > 0) await appendDeeds(transaction, describeDeeds(actor, deeds));
}

/** The deeds as `append_deeds` takes them, for a statement that does the deed and writes it down in one. */
export function describeDeeds(actor: Actor, deeds: RecordedDeed[]): string {
  const at = Temporal.Now.instant().round('millisecond').toString();
  return JSON.stringify(
    deeds.map(({ action, target, about, changes = [] }) => {
      const fields = {
        at,
        action,
        actorKind: actor.kind,
        actorId: actor.userId,
        targetKind: target.kind,
        targetId: target.id,
      };
      return {
        ...fields,
        text: textOf(fields),
        changes: digestPart(about, changes.map(inJson)),
        origin: digestPart(actor.userId, originOf(actor)),
      };
    }),
  );
}

/** Where it came from; with the name of the API token where a program did it. */
function originOf({ origin, token }: Actor) {
  return { ...origin, ...(token ? { token: token.name } : {}) };
}

function inJson({ from, to, ...change }: Change): Change {
  return { ...change, from: from ?? null, to: to ?? null };
}

/** The fields that differ between two records, for an audit entry. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: Partial<T>): Change[] {
  return Object.keys(after)
    .filter((field) => after[field] !== undefined && !same(before[field], after[field]))
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

/** Also when the parts come in another order, as they do out of the database. */
function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null);
}
