// Runs on any Node from 20 on; the building itself runs on Node 26.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from './hold-lock.mjs';
import { Failed, runQuietly } from './run-quietly.mjs';

const shared = ['contract', 'package-lock.json', 'tsconfig.base.json'];

/**
 * What is built with Vite into `dist/`, from what, and the file by which one sees that it is whole.
 * @type {Record<'web' | 'server', { sources: string[], config: string, whole: string }>}
 */
const parts = {
  web: {
    sources: [...shared, 'web', 'vite.config.ts', 'tools/first-page.ts'],
    config: 'vite.config.ts',
    whole: 'index.html',
  },
  server: {
    sources: [...shared, 'server', 'vite.server.config.ts'],
    config: 'vite.server.config.ts',
    whole: 'main.js',
  },
};

/**
 * Builds a part into its folder when its sources are not the ones of the last build. The old build stays in place until
 * the new one is whole.
 * @param {string} root
 * @param {string} node
 * @param {keyof typeof parts} name
 * @param {(words: string) => void} tell
 */
export async function build(root, node, name, tell = (words) => process.stderr.write(words)) {
  const { sources, config, whole } = parts[name];
  if (!existsSync(join(root, config))) throw new Failed(`There is no ${config} to build the ${name} by.`);
  const built = join(root, 'dist', name);
  const stamp = join(root, 'dist', `${name}.built-from`);
  if (existsSync(join(built, whole)) && fits(stamp, readStats(root, sources))) return;
  await holdLock(join(root, '.working', `build-${name}`), async () => {
    const files = readStats(root, sources);
    const made = `${digestOf(files.map(({ path }) => [path, readFileSync(join(root, path))]))}\n`;
    const is = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
    if (!existsSync(join(built, whole)) || !is.startsWith(made)) {
      const began = Date.now();
      tell(`Building the ${name}… `);
      const aside = join(root, 'dist', `${name}.new`);
      try {
        const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
        const args = [vite, 'build', '--config', join(root, config), '--logLevel', 'warn'];
        const to = ['--outDir', aside, '--emptyOutDir'];
        await runQuietly(`The build of the ${name}`, node, [...args, ...to], { cwd: root });
      } catch (error) {
        tell('failed.\n');
        throw error;
      }
      rmSync(stamp, { force: true });
      rmSync(built, { recursive: true, force: true });
      renameSync(aside, built);
      tell(`done (${Math.round((Date.now() - began) / 1000)} s).\n`);
    }
    writeFileSync(stamp, made + quickDigestOf(files));
  });
}

/** @typedef {{ path: string, size: number, changed: number }} Source */

/**
 * Looks at size and time of the sources only, because every start does: where they differ, the contents decide.
 * @param {string} stamp
 * @param {Source[]} files
 */
function fits(stamp, files) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').endsWith(`\n${quickDigestOf(files)}`);
}

/** @param {Source[]} files */
function quickDigestOf(files) {
  return digestOf(files.map(({ path, size, changed }) => [path, `${size} ${changed}`]));
}

/** @param {[path: string, content: string | Uint8Array][]} entries */
function digestOf(entries) {
  const hash = createHash('sha256');
  for (const [path, content] of entries) hash.update(`${path}\0`).update(content).update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string[]} sources
 * @returns {Source[]}
 */
function readStats(root, sources) {
  return sources
    .flatMap((source) => filesIn(root, source))
    .sort()
    .map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return { path, size, changed: mtimeMs };
    });
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(root, `${path}/${entry.name}`);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [`${path}/${entry.name}`];
  });
}
