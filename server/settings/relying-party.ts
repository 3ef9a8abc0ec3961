import { isIP } from 'node:net';
import { Refused } from '../act/refused.ts';
import { publicAddress } from './public-address.ts';

/** Where passkeys are made and used: the host that they belong to, and the only address that may ask for them. */
export type RelyingParty = { id: string; origin: string };

/**
 * Read from the configured public address alone, never from a request. Null where browsers know no passkeys: without
 * HTTPS (except on this machine itself) and at an address of bare numbers.
 */
export function findRelyingParty(): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(publicAddress());
  const isOwnMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isNumbers = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return !isNumbers && (protocol === 'https:' || isOwnMachine) ? { id: hostname, origin } : null;
}

export function getRelyingParty(): RelyingParty {
  const party = findRelyingParty();
  if (!party) throw new Refused('passkeys.not-here');
  return party;
}
