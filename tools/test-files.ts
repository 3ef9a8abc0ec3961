import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { addTallies, type Tally } from './tally.ts';
import type { Said } from './test-file.ts';

/** Node has it; its types belong to those of browsers. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/** What a thread is to do; `patience`: milliseconds that one test may take. */
export type Work = { file: string; patience: number };

export type Options = {
  env: NodeJS.ProcessEnv;
  /** So many files at the same time. */
  lanes: number;
  /** Ends the run; what has not ended by then has failed. */
  signal?: AbortSignal;
  /** Where the lines of the tests go. */
  print?: (text: string) => void;
};

const patience = { test: 300_000, silence: 330_000 };

/**
 * Runs test files of Node, each in a thread of its own, so that nothing of one file reaches another, while what this
 * process made of the code of the embedded database serves all of them. Whatever is not a passed test is a failure:
 * also a file without tests, one that prints, one that breaks off and one that does not end.
 */
export async function testFiles(files: string[], options: Options): Promise<Tally> {
  const engine = await readFile(fileURLToPath(import.meta.resolve('@electric-sql/pglite/pglite.wasm')));
  const compiled = await WebAssembly.compile(engine);
  const waiting = [...files];
  const tallies: Tally[] = [];
  const lane = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      tallies.push(options.signal?.aborted ? { passed: 0, failed: 1 } : await testFile(file, options));
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  // V8 shares what it made of the engine among threads for as long as somebody holds it.
  return compiled && addTallies(tallies);
}

function testFile(file: string, { env, signal, print = console.log }: Options): Promise<Tally> {
  const began = performance.now();
  const texts: string[] = [];
  const faults: string[] = [];
  let tally: Tally | undefined;
  const thread = new Worker(new URL('./test-file.ts', import.meta.url), {
    workerData: { file, patience: patience.test } satisfies Work,
    env: { ...env, NODE_TEST_CONTEXT: 'thread' },
    stdout: true,
    stderr: true,
  });
  const stop = () => {
    faults.push('It did not end in time.');
    void thread.terminate();
  };
  const silence = setTimeout(stop, patience.silence);
  signal?.addEventListener('abort', stop);
  for (const stream of [thread.stdout, thread.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => faults.push(`A test prints nothing; this said: ${text}`));
  }
  thread.on('message', (said: Said) => {
    silence.refresh();
    if ('text' in said) texts.push(said.text);
    else tally = said.tally;
  });
  thread.on('error', (error) => faults.push(`It broke off: ${error instanceof Error ? error.stack : error}`));
  return new Promise((resolve) => {
    thread.on('exit', () => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', stop);
      if (!tally) faults.push('It did not come to an end.');
      else if (tally.passed + tally.failed === 0) faults.push('There is no test in it.');
      const head = `${file} (${((performance.now() - began) / 1000).toFixed(1)} s)`;
      print([head, texts.join('').trimEnd(), ...faults.map((fault) => `✖ ${fault}`)].join('\n'));
      resolve({ passed: tally?.passed ?? 0, failed: (tally?.failed ?? 0) + faults.length });
    });
  });
}
