import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Language } from '../../contract/shapes.ts';
import { connectionTo } from '../outbox/post.ts';
import type { MailServer } from '../settings/mail-server.ts';
import { publicAddress } from '../settings/public-address.ts';
import { namedProxies } from '../settings/unnamed-proxy.sql.ts';
import type { Finding } from './finding.ts';
import { words } from './say.ts';

export function checkNode(): Finding {
  const version = process.versions.node;
  const old = Number(version.split('.')[0]) < 26;
  return { mark: old ? '✗' : '✓', key: old ? 'cli.doctor.node-old' : 'cli.doctor.node', values: { version } };
}

const little = 500 * 1024 * 1024;

export function checkFolder(folder: string, language: Language): Finding {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return {
      mark: '✗',
      key: 'cli.why.folder',
      values: { folder, reason: words(language, 'cli.why.folder.not-permitted') },
    };
  }
  const { bavail, bsize } = statfsSync(there);
  const values = { folder, free: `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB` };
  if (bavail * bsize < little) return { mark: '✗', key: 'cli.doctor.folder-full', values };
  return { mark: '✓', key: there === folder ? 'cli.doctor.folder' : 'cli.doctor.folder-new', values };
}

export function checkAddress(): Finding {
  const address = publicAddress();
  const { hostname, protocol } = new URL(address);
  const local = /^(localhost|127\.|\[::1\])/.test(hostname);
  if (local) return { mark: '!', key: 'cli.doctor.address-local', values: { address } };
  if (protocol === 'http:') return { mark: '✗', key: 'cli.doctor.address-plain', values: { address } };
  return { mark: '✓', key: 'cli.doctor.address', values: { address } };
}

/** Muster speaks no HTTPS itself: where people reach it so, something stands in front. `seen` is the address of that. */
export function checkProxies(seen: string | null): Finding {
  if (seen !== null) return { mark: '!', key: 'cli.doctor.proxy-seen', values: { address: seen } };
  const names = namedProxies();
  if (names !== '') return { mark: '✓', key: 'cli.doctor.proxies', values: { names } };
  const inFront = publicAddress().startsWith('https:');
  return { mark: inFront ? '!' : '✓', key: inFront ? 'cli.doctor.proxy-unnamed' : 'cli.doctor.proxy-none' };
}

export function checkSecret(): Finding {
  const isSet = Boolean(process.env.MUSTER_SECRET);
  return { mark: isSet ? '✓' : '!', key: isSet ? 'cli.doctor.secret' : 'cli.doctor.secret-none' };
}

/** Connects and signs in as if mail were sent, and sends nothing. */
export async function checkMailServer(server: MailServer | null): Promise<Finding> {
  if (!server) return { mark: '!', key: 'cli.doctor.mail-none' };
  const values = { host: server.host, port: String(server.port) };
  const transport = createTransport(connectionTo(server));
  try {
    await transport.verify();
    return { mark: '✓', key: 'cli.doctor.mail', values };
  } catch (error) {
    return {
      mark: '✗',
      key: 'cli.doctor.mail-failed',
      values: { ...values, reason: (error as Error).message },
    };
  } finally {
    transport.close();
  }
}
