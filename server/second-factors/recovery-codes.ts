import { randomBytes, randomInt } from 'node:crypto';
import { hashWithSalt } from '../lib/hash-passwords.ts';

/** Without letters and digits that look like another. 12 of them are 59 bits. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const count = 10;
const groups = 3;

export type RecoveryCodes = { codes: string[]; salt: Buffer; hashes: Buffer[] };

/** Ten new codes like `k7mp-4xwt-h9rz` with what is stored of them. Slow: never inside a transaction. */
export async function makeRecoveryCodes(): Promise<RecoveryCodes> {
  const codes = Array.from({ length: count }, () =>
    Array.from({ length: groups }, () => Array.from({ length: 4 }, letter).join('')).join('-'),
  );
  const salt = randomBytes(16);
  const hashes: Buffer[] = [];
  // One after the other, so that signing in does not wait for all ten.
  for (const code of codes) hashes.push(await hashRecoveryCode(code, salt));
  return { codes, salt, hashes };
}

function letter(): string {
  return letters[randomInt(letters.length)] ?? '';
}

/** What is stored of a code, however it is typed: capitals, with spaces or without dashes. */
export function hashRecoveryCode(code: string, salt: Uint8Array): Promise<Buffer> {
  return hashWithSalt(code.toLowerCase().replace(/[^a-z0-9]/g, ''), salt);
}
