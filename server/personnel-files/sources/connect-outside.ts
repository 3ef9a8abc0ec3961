import { lookup } from 'node:dns/promises';
import { BlockList, isIP, connect as openSocket, type Socket } from 'node:net';
import { Trouble } from './trouble.ts';

const special = new BlockList();
// What no server on the internet has for an address (IANA, special-purpose registries).
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  addNetwork(special, network);
}
const global6 = new BlockList();
addNetwork(global6, '2000::/3');
// Of these, what carries an address of another kind inside, or is for documentation.
for (const network of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) addNetwork(special, network);

function addNetwork(list: BlockList, text: string): boolean {
  const [address = '', bits] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  const most = kind === 6 ? 128 : 32;
  if (Number(bits ?? most) > most) return false;
  list.addSubnet(address, Number(bits ?? most), kind === 6 ? 'ipv6' : 'ipv4');
  return true;
}

/** Hosts and networks of their own that the operator lets links go to: `hr.intern, 10.2.0.0/16`. */
function allowedInside(): { names: Set<string>; networks: BlockList } {
  const names = new Set<string>();
  const networks = new BlockList();
  for (const entry of (process.env.MUSTER_PERSONNEL_HOSTS ?? '').split(/[\s,]+/).filter(Boolean)) {
    if (!addNetwork(networks, entry)) names.add(entry.toLowerCase());
  }
  return { names, networks };
}

function mayReach(host: string, address: string): boolean {
  const { names, networks } = allowedInside();
  const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (names.has(host) || networks.check(address, kind)) return true;
  const isGlobal = kind === 'ipv4' || global6.check(address, 'ipv6');
  return isGlobal && !special.check(address, kind);
}

/**
 * An address of a host to which a link may go: on the internet, or one that the operator named. Connect to this address
 * and not to the name again: asked a second time the name may lead elsewhere.
 */
export async function findAddress(host: string): Promise<string> {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  const found = isIP(bare) ? [{ address: bare }] : await lookup(bare, { all: true });
  const reachable = found.find(({ address }) => mayReach(bare, address));
  if (!reachable) throw new Trouble('address-not-allowed', { host: bare });
  return reachable.address;
}

/** A connection to such a host, open. */
export async function connectOutside(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const address = await findAddress(host);
  signal.throwIfAborted();
  const socket = openSocket({ host: address, port, signal });
  await new Promise<void>((done, fail) => {
    socket.once('connect', done).once('error', fail);
  });
  return socket;
}
