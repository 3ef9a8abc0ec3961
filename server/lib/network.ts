import { BlockList, isIP } from 'node:net';
import type { places } from '../../contract/sessions.ts';

/**
 * The network that one subscriber holds: the address itself for IPv4, the first 64 bits for IPv6, of which everybody
 * has more addresses than could be counted. Null for what is no address.
 */
export function networkOf(address: string | null): string | null {
  const bare = (address ?? '').replace(/%.*$/, '').toLowerCase();
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return null;
  const groups = groupsOf(bare);
  return isMapped(groups) ? ipv4Of(groups) : `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address as hexadecimal numbers without leading zeros. */
function groupsOf(address: string): string[] {
  // The parser of addresses in URLs also writes an IPv4 ending as groups.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = short.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/** `::ffff:192.0.2.1` is how a socket for both kinds names an IPv4 address. */
function isMapped(groups: string[]): boolean {
  return groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
}

function ipv4Of(groups: string[]): string {
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.');
}

const inside = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  inside.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  inside.addSubnet(network, bits, 'ipv6');
}

/**
 * Where an address is, as far as it says so itself, seen from another one. No register of addresses is asked: those
 * know towns that people are not in.
 */
export function placeOf(address: string | null, from: string | null): (typeof places)[number] {
  const network = networkOf(address);
  if (address === null || network === null) return 'unknown';
  if (network === networkOf(from)) return 'same-network';
  const bare = address.replace(/%.*$/, '');
  return inside.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4') ? 'inside' : 'internet';
}
