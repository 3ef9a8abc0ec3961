import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Process, startProcess } from '../../test/start-process.ts';
import { startPostgres } from '../throw-away-postgres.ts';
import { short } from './measure.ts';
import type { Topic } from './topic.ts';

/** As `npm start` does it. */
const words = [join(import.meta.dirname, '../run.mjs'), '--web', 'server/main.ts'];
const starts = 5;
const idleSeconds = 10;

/** Resident memory of a process in MB (Linux). */
function memoryOf({ pid }: Process): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

async function measureStarts(env: Record<string, string>): Promise<{ ready: number; memory: number }> {
  await (await startProcess(env, words)).stop();
  const times: number[] = [];
  for (let turn = 0; turn < starts; turn += 1) {
    const began = performance.now();
    const started = await startProcess(env, words);
    times.push(performance.now() - began);
    await started.stop();
  }
  const idle = await startProcess(env, words);
  await pause(idleSeconds * 1000);
  const memory = memoryOf(idle);
  await idle.stop();
  return { ready: times.sort((a, b) => a - b)[starts >> 1] as number, memory };
}

/** From the start of the process to the first `/readyz`, and what it takes when nobody does anything. */
export const startAndIdle: Topic = {
  name: 'start',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
    const server = await startPostgres();
    try {
      const embedded = await measureStarts({ MUSTER_DATA: folder });
      const postgres = await measureStarts({ DATABASE_URL: server.url });
      const row = (name: string, { ready, memory }: typeof embedded, most: number) => [
        name,
        `${short(ready)} ms`,
        ready <= 1000 ? 'yes' : 'no',
        `${Math.round(memory)} MB`,
        memory <= most ? 'yes' : 'no',
      ];
      return [
        {
          title: 'Start and idle memory',
          columns: ['database', 'ready after', '≤ 1 s', 'idle memory', 'reached'],
          rows: [row('embedded', embedded, 250), row('postgres', postgres, 150)],
          about: [
            `On an existing database; the middle of ${starts} starts. Memory is what is resident ${idleSeconds} s after a start. To reach: 250 MB embedded, 150 MB with PostgreSQL.`,
          ],
        },
      ];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
