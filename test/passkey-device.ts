import { createHash, generateKeyPairSync, randomBytes, sign as signBytes } from 'node:crypto';
import type { Assertion, NewPasskey } from '../contract/second-factors.ts';

/** A device with one passkey, in software: speaks WebAuthn as a browser with a phone does. */
export type Device = ReturnType<typeof makeDevice>;

type CreateOptions = { challenge: string; rp: { id: string }; user: { id: string } };

/** What somebody who cheats could say instead of the truth. */
type Cheat = Partial<{
  origin: string;
  rpId: string;
  type: string;
  verified: boolean;
  counter: number;
  userHandle: string;
  challenge: string;
}>;

const flag = { present: 0x01, verified: 0x04, attested: 0x40 };

/** `counts`: the device counts its uses, as security keys do; phones always say 0. */
export function makeDevice({ counts = false, origin = process.env.MUSTER_URL ?? '' } = {}) {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let handle = '';
  let counter = 0;

  function clientData(type: string, challenge: string, from: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  }

  function authenticatorData(rpId: string, flags: number, count: number, rest = Buffer.alloc(0)): Buffer {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(count, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, rest]);
  }

  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
    clientExtensionResults: {},
    authenticatorAttachment: 'platform' as const,
  };

  return {
    /** Makes the passkey, as the server's options ask. */
    create({ challenge, rp, user }: CreateOptions, cheat: Cheat = {}): NewPasskey {
      handle = user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const key = cbor(
        new Map<number, number | Buffer>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const flags = flag.present | flag.attested | (cheat.verified === false ? 0 : flag.verified);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key]);
      const data = authenticatorData(cheat.rpId ?? rp.id, flags, 0, attested);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]);
      const said = clientData(
        cheat.type ?? 'webauthn.create',
        cheat.challenge ?? challenge,
        cheat.origin ?? origin,
      );
      return {
        ...common,
        response: {
          clientDataJSON: said.toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
      };
    },

    /** Signs a challenge with it. */
    sign({ challenge, rpId }: { challenge: string; rpId: string }, cheat: Cheat = {}): Assertion {
      counter += counts ? 1 : 0;
      const flags = flag.present | (cheat.verified === false ? 0 : flag.verified);
      const data = authenticatorData(cheat.rpId ?? rpId, flags, cheat.counter ?? counter);
      const said = clientData(
        cheat.type ?? 'webauthn.get',
        cheat.challenge ?? challenge,
        cheat.origin ?? origin,
      );
      const signed = Buffer.concat([data, createHash('sha256').update(said).digest()]);
      return {
        ...common,
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signBytes('sha256', signed, privateKey).toString('base64url'),
          userHandle: cheat.userHandle ?? handle,
        },
      };
    },
  };
}

/** As much of CBOR (RFC 8949) as a passkey needs. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
  }
  throw new Error('This is not needed for a passkey.');
}

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  if (count < 256) return Buffer.from([(kind << 5) | 24, count]);
  return Buffer.from([(kind << 5) | 25, count >> 8, count & 255]);
}
