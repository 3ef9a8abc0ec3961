import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listMigrations } from '../../server/db/migrate.ts';
import { holdLock } from '../../tools/hold-lock.mjs';
import { createDatabase, postgresUrl } from '../database.ts';
import { startProcess } from '../start-process.ts';

/** A running Muster, as an operator starts it: a process of its own, on a fresh database and a free port. */
export type Muster = {
  base: string;
  setupToken: string;
  /** The folder that personnel files may be read from. */
  personnelFolder: string;
  stop(): Promise<void>;
};

/** Starts one that waits for its first administrator. */
export async function startMuster(): Promise<Muster> {
  const { env, remove } = postgresUrl ? await aDatabase(postgresUrl) : await aFolder();
  const personnelFolder = mkdtempSync(join(tmpdir(), 'muster-hr-'));
  const { base, setupToken, said, stop } = await startProcess({
    MUSTER_PERSONNEL_FOLDERS: personnelFolder,
    ...env,
  });
  return {
    base,
    setupToken,
    personnelFolder,
    stop: async () => {
      await stop();
      await remove();
      rmSync(personnelFolder, { recursive: true, force: true });
      if (said.err !== '') throw new Error(`Muster complained:\n${said.err}`);
    },
  };
}

async function aDatabase(server: string) {
  const { url, drop } = await createDatabase(server);
  return { env: { DATABASE_URL: url }, remove: drop };
}

async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-journey-'));
  cpSync(await keepFreshFolder(), join(folder, 'data'), { recursive: true });
  return {
    env: { MUSTER_DATA: join(folder, 'data') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A data folder just after its first start. Making one takes seconds, so it is kept beside the packages and copied. */
async function keepFreshFolder(): Promise<string> {
  const digests = listMigrations().map(({ digest }) => digest);
  const digest = createHash('sha256').update(digests.join()).digest('hex').slice(0, 12);
  const kept = join(import.meta.dirname, '../../node_modules/.cache/muster', `folder-${digest}`);
  await holdLock(`${kept}.lock`, async () => {
    if (existsSync(kept)) return;
    rmSync(`${kept}.new`, { recursive: true, force: true });
    const { stop } = await startProcess({ MUSTER_DATA: `${kept}.new` });
    await stop();
    renameSync(`${kept}.new`, kept);
  });
  return kept;
}
