import { createHash, hash, randomBytes } from 'node:crypto';

/** A part of an entry that can be erased later, as `append_deeds` takes it: bytes in hexadecimal. */
export type Part = {
  about: string | null;
  salt: string;
  /** Canonical JSON, as it was digested. */
  data: string;
  digest: string;
};

export type ChainedFields = {
  at: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  targetKind: string;
  targetId: string | null;
};

/**
 * A part with its salted digest. The entry itself keeps only the digest, from which nobody can guess the data back:
 * so the part can be erased with the person whom it is about, and the chain still proves the rest.
 */
export function digestPart(about: string | null, data: unknown): Part {
  const salt = randomBytes(16);
  const text = canonical(data);
  return { about, salt: salt.toString('hex'), data: text, digest: digestOf(salt, text).toString('hex') };
}

export function digestOf(salt: Uint8Array, data: string): Buffer {
  return hash('sha256', Buffer.concat([salt, Buffer.from(data)]), 'buffer');
}

/** What an entry says, as text that is hashed. */
export function textOf({ at, action, actorKind, actorId, targetKind, targetId }: ChainedFields): string {
  return canonical([at, action, actorKind, actorId, targetKind, targetId]);
}

/**
 * SHA-256 over the hash of the entry before, the number and text of this one, and the digests of its parts: the same
 * that `append_deeds` in the database computes.
 */
export function hashOf(
  previous: Uint8Array,
  seq: number,
  fields: ChainedFields,
  changesDigest: Uint8Array,
  originDigest: Uint8Array,
): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`${seq}:${textOf(fields)}`)
    .update(changesDigest)
    .update(originDigest)
    .digest();
}

/** JSON with sorted keys: the same text before it is stored as jsonb and after it is read back. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON());
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
