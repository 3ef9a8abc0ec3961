// Runs on any Node from 20 on, before anything is installed.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { holdLock } from './hold-lock.mjs';
import { Failed, runQuietly } from './run-quietly.mjs';

/**
 * Installs what package-lock.json names when node_modules is not exactly that, and answers where Node 26 is.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function installPackages(root) {
  if (!isInstalled(root)) {
    await holdLock(join(root, '.working', 'install'), async () => {
      // Another process may have done it while this one waited.
      if (!isInstalled(root)) await install(root);
    });
  }
  return findNode(root);
}

/** @param {string} root */
async function install(root) {
  const began = Date.now();
  process.stderr.write('Installing packages… ');
  // The web is built on the machine that runs it, so the tools that build it are needed in production too.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const options = { cwd: root, env: withoutOwnNode(root), shell: process.platform === 'win32' };
  try {
    await runQuietly('npm ci', 'npm', args, options);
  } catch (error) {
    process.stderr.write('failed.\n');
    throw error;
  }
  writeFileSync(stampFile(root), hashOfLock(root));
  process.stderr.write(`done (${Math.round((Date.now() - began) / 1000)} s).\n`);
}

/**
 * npm deletes node_modules first: it must not run on the Node that is in there.
 * @param {string} root
 */
function withoutOwnNode(root) {
  const parts = (process.env.PATH ?? '').split(delimiter);
  const path = parts.filter((part) => !part.startsWith(join(root, 'node_modules'))).join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * True when the stamp of our own installation fits the lock file, or when npm's own record of what it put
 * there does (somebody ran `npm install` by hand).
 * @param {string} root
 */
export function isInstalled(root) {
  if (!existsSync(join(root, 'node_modules'))) return false;
  const hash = hashOfLock(root);
  if (read(stampFile(root)) === hash) return true;
  if (!recordFitsLock(root)) return false;
  writeFileSync(stampFile(root), hash);
  return true;
}

/** @param {string} root */
function recordFitsLock(root) {
  const record = read(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(record).packages;
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    return there[path] ? there[path].version === wanted[path].version : isOptional(wanted[path]);
  });
}

/** @param {{ optional?: boolean, devOptional?: boolean, peer?: boolean }} entry */
function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true;
}

/** @param {string} root */
function findNode(root) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  try {
    accessSync(node, constants.X_OK);
    return node;
  } catch {
    if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
    throw new Failed(
      'Node 26 is missing from node_modules. It comes with the package "node", which has an install script: ' +
        'is npm set to ignore scripts? Allow them (npm config delete ignore-scripts), delete node_modules, try again.',
    );
  }
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.installed-from');

/** @param {string} root */
const hashOfLock = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
