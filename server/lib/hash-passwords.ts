import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { normalisePassword } from '../../contract/passwords.ts';
import { takeTurns } from './take-turns.ts';
import { areSameBytes } from './tokens.ts';

const derive = promisify(argon2);

/** Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const full = { memory: 19_456, passes: 2, lanes: 1 };
let current = full;
const saltLength = 16;
const tagLength = 32;

type Stored = { memory: number; passes: number; lanes: number; salt: Buffer; tag: Buffer };

const inTurn = takeTurns();

/** The text that is stored of a password (PHC string format). Throws `Busy` when too many wait for a hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const tag = await tagOf(password, { ...current, salt, tag: Buffer.alloc(tagLength) });
  return write({ ...current, salt, tag });
}

/**
 * Whether this is the password whose hash is stored. `fingerprint` (8 hex digits of what was computed) is the same when
 * the same wrong password is tried again for this stored hash. Throws `Busy` when too many wait for a hash.
 */
export async function verifyPassword(
  stored: string,
  password: string,
): Promise<{ right: boolean; fingerprint: string }> {
  const hash = read(stored);
  const tag = await tagOf(password, hash);
  return { right: areSameBytes(tag, hash.tag), fingerprint: tag.toString('hex', 0, 4) };
}

/** The same slow hash with a salt of the caller's, for several secrets that share one: one hash finds any of them. */
export async function hashWithSalt(secret: string, salt: Uint8Array): Promise<Buffer> {
  return tagOf(secret, { ...current, salt: Buffer.from(salt), tag: Buffer.alloc(tagLength) });
}

/** Costs as much as `verifyPassword`, for people who do not exist: else the time of the answer would tell. */
export async function spendHash(): Promise<void> {
  await verifyPassword(write({ ...current, ...nobody }), 'nobody');
}

/**
 * Makes new hashes almost free until the answered function is called: for tests that sign many people in and are not
 * about hashes. No setting leads here, nothing but tests may call it, and outside a run of tests it refuses.
 */
export function hashLightly(): () => void {
  if (!process.env.NODE_TEST_CONTEXT) throw new Error('Only tests may hash lightly.');
  current = { memory: 64, passes: 1, lanes: 1 };
  return () => {
    current = full;
  };
}

/** True when a stored hash was made with other parameters than new ones are. */
export function needsRehash(stored: string): boolean {
  const { memory, passes, lanes, salt, tag } = read(stored);
  return (
    memory !== current.memory ||
    passes !== current.passes ||
    lanes !== current.lanes ||
    salt.length !== saltLength ||
    tag.length !== tagLength
  );
}

function tagOf(password: string, { memory, passes, lanes, salt, tag }: Stored): Promise<Buffer> {
  const message = normalisePassword(password);
  return inTurn(() =>
    derive('argon2id', { message, nonce: salt, memory, passes, parallelism: lanes, tagLength: tag.length }),
  );
}

function write({ memory, passes, lanes, salt, tag }: Stored): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
}

const pattern =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{16,86})$/;

function read(stored: string): Stored {
  const [, memory, passes, lanes, salt, tag] = pattern.exec(stored) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('A stored password hash cannot be read.');
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

// The PHC format leaves out the padding.
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

const nobody = { salt: randomBytes(saltLength), tag: randomBytes(tagLength) };
