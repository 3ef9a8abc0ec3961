import { createHash, randomBytes } from 'node:crypto';

/** The end of the chain: number and hash of the newest entry. */
export type Head = { seq: number; hash: Uint8Array };

export type Part = {
  part: 'changes' | 'origin';
  about: string | null;
  salt: Uint8Array;
  /** Canonical JSON, as it was digested. */
  data: string;
  digest: Uint8Array;
};

export type ChainedFields = {
  at: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  targetKind: string;
  targetId: string | null;
};

export type Digested = ChainedFields & Head & { previous: Uint8Array; changes: Part; origin: Part };

/**
 * A part of an entry that can be erased later: the entry keeps only its salted digest, from which nobody can
 * guess the data back.
 */
export function digestPart(part: Part['part'], about: string | null, data: unknown): Part {
  const salt = randomBytes(16);
  const text = canonical(data);
  return { part, about, salt, data: text, digest: digestOf(salt, text) };
}

export function digestOf(salt: Uint8Array, data: string): Uint8Array {
  return createHash('sha256').update(salt).update(data).digest();
}

/** The next entry of the chain. */
export function chainDeed(head: Head, deed: ChainedFields & { changes: Part; origin: Part }): Digested {
  const seq = head.seq + 1;
  return {
    ...deed,
    seq,
    previous: head.hash,
    hash: hashOf(head.hash, seq, deed, deed.changes.digest, deed.origin.digest),
  };
}

/** SHA-256 over everything an entry says, the digests of its parts, and the hash of the one before. */
export function hashOf(
  previous: Uint8Array,
  seq: number,
  fields: ChainedFields,
  changesDigest: Uint8Array,
  originDigest: Uint8Array,
): Uint8Array {
  const { at, action, actorKind, actorId, targetKind, targetId } = fields;
  return createHash('sha256')
    .update(previous)
    .update(canonical([seq, at, action, actorKind, actorId, targetKind, targetId]))
    .update(changesDigest)
    .update(originDigest)
    .digest();
}

/** JSON with sorted keys: the same text before it is stored as jsonb and after it is read back. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
