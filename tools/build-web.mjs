// Runs on any Node from 20 on; the building itself runs on Node 26.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.mjs';
import { Failed, runQuietly } from './run-quietly.mjs';

const sources = [
  'web',
  'contract',
  'vite.config.ts',
  'tools/first-page.ts',
  'package-lock.json',
  'tsconfig.base.json',
];

/**
 * Builds the web into dist/web when its sources are not the ones of the last build. The old build stays in
 * place until the new one is whole.
 * @param {string} root
 * @param {string} node
 * @param {(words: string) => void} tell
 */
export async function buildWeb(root, node, tell = (words) => process.stderr.write(words)) {
  if (!existsSync(join(root, 'web', 'index.html')))
    throw new Failed('There is no web/index.html to build from.');
  await holdLock(join(root, '.working', 'build-web'), async () => {
    const hash = hashOf(root);
    const built = join(root, 'dist', 'web');
    const stamp = join(root, 'dist', 'web.built-from');
    if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
      return;
    const began = Date.now();
    tell('Building the web… ');
    const aside = join(root, 'dist', 'web.new');
    try {
      const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const args = [vite, 'build', '--logLevel', 'warn', '--outDir', aside, '--emptyOutDir'];
      await runQuietly('The build of the web', node, args, { cwd: root });
    } catch (error) {
      tell('failed.\n');
      throw error;
    }
    rmSync(stamp, { force: true });
    rmSync(built, { recursive: true, force: true });
    renameSync(aside, built);
    writeFileSync(stamp, hash);
    tell(`done (${Math.round((Date.now() - began) / 1000)} s).\n`);
  });
}

/** @param {string} root */
function hashOf(root) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(root, source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path)).flatMap((name) => filesIn(root, `${path}/${name}`));
}
