import { resolve } from 'node:path';
import { fromUrl } from './settings/mail-server.ts';

/** What the operator chose in the environment and on the command line (product §9). */
export type Config = {
  port: number;
  host: string;
  databaseUrl: string | null;
  folder: string;
};

/** A choice that makes no sense: `why` is what follows `cli.why.` in the texts of the command line. */
export type Misconfigured = Error & {
  code: 'misconfigured';
  why: 'port' | 'url' | 'database-url' | 'smtp-url' | 'secret';
  value: string;
};

/** Reads the environment; throws `Misconfigured` for what makes no sense, before anything is started. */
export function readConfig(): Config {
  const {
    PORT = '3000',
    HOST = '127.0.0.1',
    DATABASE_URL,
    MUSTER_URL,
    SMTP_URL,
    MUSTER_SECRET,
  } = process.env;
  const port = Number(PORT);
  if (PORT.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw misconfigured('port', PORT);
  }
  if (MUSTER_URL && !hasProtocol(MUSTER_URL, /^https?:$/)) throw misconfigured('url', MUSTER_URL);
  if (MUSTER_SECRET && MUSTER_SECRET.length < 32) throw misconfigured('secret');
  // What stands in these two can be a secret, so it is never repeated.
  if (DATABASE_URL && !hasProtocol(DATABASE_URL, /^postgres(ql)?:$/)) throw misconfigured('database-url');
  if (SMTP_URL && !isMailServer(SMTP_URL)) throw misconfigured('smtp-url');
  return { port, host: HOST, databaseUrl: DATABASE_URL || null, folder: dataFolder() };
}

/** The folder of the embedded database. */
export function dataFolder(): string {
  return resolve(process.env.MUSTER_DATA || 'data');
}

function misconfigured(why: Misconfigured['why'], value = ''): Misconfigured {
  return Object.assign(new Error(why), { code: 'misconfigured' as const, why, value });
}

function hasProtocol(text: string, protocols: RegExp): boolean {
  return URL.canParse(text) && protocols.test(new URL(text).protocol);
}

function isMailServer(text: string): boolean {
  try {
    fromUrl(text);
    return true;
  } catch {
    return false;
  }
}
