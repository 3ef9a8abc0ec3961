import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startProcess } from '../test/start-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Of our dependencies, those that every start pays for, in time and memory (product §11). Everything else is loaded where
 * it is first used, by `await import(…)`: so is the next large one.
 */
const atStart = [
  '@electric-sql/pglite',
  '@fastify/compress',
  '@fastify/cookie',
  '@fastify/helmet',
  '@fastify/multipart',
  '@fastify/static',
  'csv-parse',
  'fastify',
  'fflate',
  'intl-messageformat',
  'kysely',
  'otpauth',
  'pg',
  'pg-boss',
  'pino',
  'saxes',
  'zod',
];

test('a start loads no package but those that it needs', async () => {
  const into = join(folder, 'packages.json');
  const recorder = pathToFileURL(join(import.meta.dirname, '../test/record-packages.mjs'));
  // From its sources: once built, the server has the packages in itself, in the same parts.
  const running = await startProcess(
    { MUSTER_DATA: join(folder, 'data'), NODE_OPTIONS: `--import=${recorder}`, PACKAGES_INTO: into },
    [join(import.meta.dirname, 'main.ts')],
  );
  await running.stop();
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  const ours = new Set(Object.keys({ ...dependencies, ...devDependencies }));
  const loaded: string[] = JSON.parse(readFileSync(into, 'utf8'));
  assert.deepEqual(
    loaded.filter((name) => ours.has(name)),
    atStart,
  );
});
