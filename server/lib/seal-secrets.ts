import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps a secret that must be read again, such as that of an authenticator app: under the key of the operator
 * (`MUSTER_SECRET`), so that a copy of the database alone does not give it away (docs/decisions/0007). Without that key
 * it is kept as it is. `owner` belongs to the seal: moved to somebody else it no longer opens.
 */
export function sealSecret(secret: Uint8Array, owner: string): Buffer {
  const key = findKey();
  if (!key) return Buffer.concat([plainMark, secret]);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  return Buffer.concat([sealedMark, nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** Opens it again; throws when the key is another than the one it was sealed with. */
export function openSecret(kept: Uint8Array, owner: string): Buffer {
  const rest = Buffer.from(kept.subarray(1));
  if (kept[0] === plainMark[0]) return rest;
  const key = findKey();
  if (!key) throw new Error('A secret was sealed with MUSTER_SECRET, which is not set any more.');
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, nonceLength)).setAAD(
    Buffer.from(owner),
  );
  decipher.setAuthTag(rest.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(rest.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch (cause) {
    throw new Error('A secret was sealed with another MUSTER_SECRET than the one that is set.', { cause });
  }
}

const plainMark = Buffer.from([0]);
const sealedMark = Buffer.from([1]);
const nonceLength = 12;
const tagLength = 16;

function findKey(): Buffer | null {
  const { MUSTER_SECRET } = process.env;
  if (!MUSTER_SECRET) return null;
  return Buffer.from(hkdfSync('sha256', MUSTER_SECRET, '', 'muster: secrets in the database', 32));
}
