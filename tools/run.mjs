// What every npm script starts with. Runs on any Node from 20 on, on a tree where nothing is installed yet:
//   node tools/run.mjs [--web] [--server] [--dev] [file] [arguments of the file]
// installs packages when needed, builds the web or the server when asked and needed, then becomes Node 26 with the file;
// instead of the sources of the server it runs what was built of them, except for development.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { Failed } from './run-quietly.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Measured on an idle server: a third less memory, and no slower lists, exports and starts. Young objects get 4 MB at
// once instead of 16 by and by, and one helper thread of V8 instead of four is enough beside PostgreSQL and the hashing
// of passwords.
// The embedded database comes from the lock file: each of its functions is checked when it is first called.
const lean = [
  '--min-semi-space-size=4',
  '--max-semi-space-size=4',
  '--v8-pool-size=1',
  '--wasm-lazy-validation',
];

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failed)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** @param {string[]} args */
async function run(args) {
  const own = [];
  while (args[0]?.startsWith('--')) own.push(args.shift());
  const node = await installPackages(root);
  const [file, ...rest] = args;
  const serves = file === 'server/main.ts' && !own.includes('--dev');
  if (own.includes('--web')) await build(root, node, 'web');
  if (own.includes('--server') || serves) await build(root, node, 'server');
  if (file === undefined) return;
  if (own.includes('--dev'))
    become(node, ['--watch', '--watch-preserve-output', join(root, file), ...rest], { MUSTER_DEV: '1' });
  else if (serves) become(node, [...lean, join(root, 'dist/server/main.js'), ...rest], leanEnvironment());
  else become(node, [join(root, file), ...rest], {});
}

/** Keeps what Node made of the program for the next start, and has threads share their memory (glibc). */
function leanEnvironment() {
  const kept = join(root, 'node_modules', '.cache', 'muster', 'compiled');
  return { NODE_COMPILE_CACHE: kept, MALLOC_ARENA_MAX: '2' };
}

/**
 * Replaces this process by another where the system and this Node can, so that signals and exit codes need no
 * passing on; elsewhere starts it and passes them on.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} extra what holds unless the environment says otherwise
 */
function become(program, args, extra) {
  const env = { ...extra, ...process.env };
  if (process.execve && process.platform !== 'win32') process.execve(program, [program, ...args], env);
  const child = spawn(program, args, { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`Node 26 does not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
