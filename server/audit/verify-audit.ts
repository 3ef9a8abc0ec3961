import type { verifyAudit } from '../../contract/audit.ts';
import type { Act } from '../act/act.ts';
import type { Db } from '../db/transact.ts';
import { readChain, readEnd, type StoredDeed } from './audit.sql.ts';
import { canonical, digestOf, hashOf } from './chain.ts';

export type Verification = {
  sound: boolean;
  entries: number;
  /** Parts that were erased with the person whom they were about. */
  erased: number;
  /** The first line that does not fit. */
  brokenAt: number | null;
  /** The newest hash, hexadecimal. */
  head: string;
};

const batch = 2000;

/**
 * Walks the chain from its first line and computes every hash again. Finds lines that were changed, removed or
 * slipped in between, parts that were taken away without erasing their person, and a cut-off end. Only somebody who rewrites the whole table can get past it; a head that
 * was written down elsewhere (`expected`) shows that too.
 */
export async function walkChain(db: Db, expected?: { seq: number; hash: string }): Promise<Verification> {
  const state: Verification = { sound: true, entries: 0, erased: 0, brokenAt: null, head: '' };
  let previous: Uint8Array = new Uint8Array(32);
  const end = await readEnd(db);
  for (;;) {
    const deeds = await readChain(db, state.entries, batch);
    for (const deed of deeds) {
      if (deed.seq > end.seq) break;
      const fits = deed.seq === state.entries + 1 && isSound(deed, previous);
      const asExpected = expected?.seq !== deed.seq || hex(deed.hash) === expected.hash;
      if (!fits || !asExpected)
        return { ...state, sound: false, brokenAt: state.entries + 1, head: hex(end.hash) };
      state.entries += 1;
      state.erased += Number(deed.changes_salt === null) + Number(deed.origin_salt === null);
      previous = deed.hash;
    }
    if (deeds.length < batch) break;
  }
  const complete =
    state.entries === end.seq &&
    end.last === end.seq &&
    hex(previous) === hex(end.hash) &&
    (expected?.seq ?? 0) <= end.seq;
  return { ...state, sound: complete, brokenAt: complete ? null : state.entries + 1, head: hex(end.hash) };
}

function isSound(deed: StoredDeed, previous: Uint8Array): boolean {
  const hash = hashOf(
    previous,
    deed.seq,
    {
      at: deed.at.round('millisecond').toString(),
      action: deed.action,
      actorKind: deed.actor_kind,
      actorId: deed.actor_id,
      targetKind: deed.target_kind,
      targetId: deed.target_id,
    },
    deed.changes_digest,
    deed.origin_digest,
  );
  return (
    !deed.robbed &&
    hex(hash) === hex(deed.hash) &&
    hex(previous) === hex(deed.previous) &&
    fits(deed.changes_salt, deed.changes, deed.changes_digest) &&
    fits(deed.origin_salt, deed.origin, deed.origin_digest)
  );
}

/** A part that was erased cannot be checked any more; one that is there must be what was digested. */
function fits(salt: Uint8Array | null, data: unknown, digest: Uint8Array): boolean {
  return salt === null || hex(digestOf(salt, canonical(data))) === hex(digest);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export const verifyAuditAct: Act<typeof verifyAudit> = (db) => walkChain(db);
