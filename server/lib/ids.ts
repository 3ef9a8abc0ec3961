import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(16 * 256);
let used = random.length;
let lastTime = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562 §5.7). Within one process each is greater than the one before, also within a millisecond and
 * when the clock is put back: the 12 bits after the time are a counter that begins at random (§6.2, method 1).
 */
export function newId(): string {
  const bytes = sixteenRandomBytes();
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastTime += 1;
      counter = bytes.readUInt16BE(6) & 0x7ff;
    }
  }
  bytes.writeUIntBE(lastTime, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function sixteenRandomBytes(): Buffer {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += 16;
  return random.subarray(used - 16, used);
}

/** True for a UUID as this program and PostgreSQL write it: lower case, with hyphens. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}
