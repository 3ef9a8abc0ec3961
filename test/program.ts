import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { builtProgram } from './built-program.ts';

const main = await builtProgram();
const compiled = join(import.meta.dirname, '../node_modules/.cache/muster/compiled');

export type Ended = { code: number | null; out: string; err: string };

/** Nothing of what the tester has set for a server of their own; no terminal; English. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(MUSTER_|DATABASE_URL$|PORT$|HOST$|SMTP_URL$|LC_|LANG|NODE_TEST_CONTEXT$)/.test(name),
  );
  return { ...Object.fromEntries(own), LANG: 'C', PORT: '0', NODE_COMPILE_CACHE: compiled, ...more };
}

/** Runs the real program to its end, with `input` on its standard input. */
export async function runProgram(words: string[], env: NodeJS.ProcessEnv, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words], { env: environment(env) });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

export type Serving = { child: ChildProcess; said: string; address: string; stop(): Promise<number | null> };

/** Starts serving and waits for what it says when it is ready. */
export async function startProgram(words: string[], env: NodeJS.ProcessEnv): Promise<Serving> {
  const child = spawn(process.execPath, [main, ...words], { env: environment(env) });
  const complaints = text(child.stderr);
  const said = await new Promise<string>((resolve, reject) => {
    let heard = '';
    child.stdout.on('data', (chunk) => {
      heard += chunk;
      if (/https?:\S+\n/.test(heard)) resolve(heard);
    });
    child.once('close', () => complaints.then((text) => reject(new Error(text))));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'close');
    return child.exitCode;
  };
  return { child, said, address: new URL(/https?:\S+/.exec(said)?.[0] ?? '').origin, stop };
}

/** A folder that is not there yet, and what removes it. */
export function newFolder(): { folder: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'muster-test-'));
  return { folder: join(parent, 'data'), remove: () => rmSync(parent, { recursive: true, force: true }) };
}
