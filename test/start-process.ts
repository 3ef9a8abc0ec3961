import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram } from './built-program.ts';
import { makeClient } from './client.ts';

/** A running Muster as operators start it, in a process of its own. */
export type Process = Awaited<ReturnType<typeof startProcess>>;

const patience = 30_000;

/**
 * Starts the program on a data folder (`MUSTER_DATA`) or a server (`DATABASE_URL`), on a free port, and waits
 * until it is ready. Nothing else of this process's environment reaches it. `words`: another way to start it.
 */
export async function startProcess(env: Record<string, string>, words?: string[]) {
  const program = words ?? [await builtProgram()];
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, program, {
    env: { PATH, HOME, NODE_COMPILE_CACHE, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  const until = performance.now() + patience;
  const wait = async (what: string) => {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || performance.now() > until) {
      await stop('SIGKILL');
      throw new Error(`The program did not get as far as ${what}: ${said.out}${said.err}`);
    }
    await pause(10);
  };
  let address: URL | undefined;
  while (!address) {
    await wait('its address');
    // Whole lines only: what is printed can arrive in pieces.
    const found = /(http:\/\/\S+)\n/.exec(said.out)?.[1];
    address = found === undefined ? undefined : new URL(found);
  }
  const base = address.origin;
  const client = makeClient(base);
  while ((await client.send('GET', '/readyz').catch(() => null))?.status !== 200) await wait('/readyz');
  client.close();
  return {
    base,
    pid: child.pid,
    said,
    /** The token of the first run; empty once the installation is claimed. */
    setupToken: address.hash.slice(1),
    stop,
    /** Whether it has ended, by itself or by us. */
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  };
}
