import { resolve } from 'node:path';
import { fromUrl } from './settings/mail-server.ts';

/** What the operator chose in the environment and on the command line (product §9). */
export type Config = {
  port: number;
  host: string;
  databaseUrl: string | null;
  folder: string;
};

/** Reads the environment; throws one clear sentence for what makes no sense, before anything is started. */
export function readConfig(): Config {
  const { PORT = '3000', HOST = '127.0.0.1', DATABASE_URL, MUSTER_DATA, MUSTER_URL, SMTP_URL } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not “${PORT}”.`);
  }
  if (MUSTER_URL && !/^https?:$/.test(URL.canParse(MUSTER_URL) ? new URL(MUSTER_URL).protocol : '')) {
    throw new Error(`MUSTER_URL must be an address such as https://muster.example.org, not “${MUSTER_URL}”.`);
  }
  if (
    DATABASE_URL &&
    !/^postgres(ql)?:$/.test(URL.canParse(DATABASE_URL) ? new URL(DATABASE_URL).protocol : '')
  ) {
    throw new Error('DATABASE_URL must look like postgresql://user:password@host:5432/muster.');
  }
  if (SMTP_URL) fromUrl(SMTP_URL);
  return {
    port,
    host: HOST,
    databaseUrl: DATABASE_URL || null,
    folder: resolve(MUSTER_DATA || 'data'),
  };
}
