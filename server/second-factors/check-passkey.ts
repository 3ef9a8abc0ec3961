import type { Assertion, NewPasskey } from '../../contract/second-factors.ts';
import type { Db } from '../db/transact.ts';
import { getRelyingParty } from '../settings/relying-party.ts';
import { takeChallenge } from './challenges.sql.ts';
import { findPasskey, type MadePasskey, type StoredPasskey } from './passkeys.sql.ts';

/** The keys that we take (COSE numbers): Ed25519, ECDSA with P-256, RSA; what devices make today. */
export const algorithms = [-8, -7, -257];

/** A passkey that signed our challenge, and what its device says of this use. */
export type Signed = { passkey: StoredPasskey; use: { counter: number; backedUp: boolean } };

/**
 * Whether a passkey that we know signed a living challenge of ours, at our address, by somebody whom their device
 * recognised. Null for everything else: which of it was wrong helps only who tries. The challenge is used up either way.
 */
export async function checkAssertion(db: Db, assertion: Assertion): Promise<Signed | null> {
  const { id, origin } = getRelyingParty();
  const challenge = readChallenge(assertion.response.clientDataJSON);
  const asked = challenge === null ? null : await takeChallenge(db, 'sign-in', challenge);
  const passkey = asked && (await findPasskey(db, assertion.id));
  if (!challenge || !asked || !passkey) return null;
  const handle = assertion.response.userHandle;
  if (handle !== undefined && handle !== userHandle(passkey.userId)) return null;
  const { verifyAuthenticationResponse } = await loadLibrary();
  const checked = await verifyAuthenticationResponse({
    response: { ...assertion, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      // The counter is compared where it is stored, so that of two uses at once one is refused.
      counter: 0,
    },
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  return { passkey, use: { counter: newCounter, backedUp: credentialBackedUp } };
}

/** The passkey that was made for this person on our challenge, at our address; null where it was not. */
export async function checkNewPasskey(
  db: Db,
  userId: string,
  answer: NewPasskey,
): Promise<MadePasskey | null> {
  const { id, origin } = getRelyingParty();
  const challenge = readChallenge(answer.response.clientDataJSON);
  const asked = challenge === null ? null : await takeChallenge(db, 'register', challenge);
  if (!challenge || asked?.userId !== userId) return null;
  const { verifyRegistrationResponse } = await loadLibrary();
  const checked = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: answer.response.transports ?? [],
    backedUp: credentialBackedUp,
  };
}

/** What a device keeps beside a passkey to name its owner: the id, which says nothing about them. */
export function userHandle(userId: string): string {
  return Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');
}

function readChallenge(clientData: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    const challenge =
      typeof read === 'object' && read !== null && 'challenge' in read ? read.challenge : null;
    return typeof challenge === 'string' && challenge.length < 200 ? challenge : null;
  } catch {
    return null;
  }
}

/** Loaded when the first passkey is used: it costs memory that many installations never need. */
function loadLibrary() {
  return import('@simplewebauthn/server');
}
