import { Worker } from 'node:worker_threads';
import { minutes } from './days.ts';
import type { Answer, Question } from './estimate-guesses.ts';

/** What somebody who guesses cleverly has tried soon: below it fall `Welkom01` and `Amsterdam1`. */
const guessesAtLeast = 1e6;

// The dictionaries take about 100 MB and half a second to load: they live in a thread, only while they are needed.
const idle = minutes(1);

type Waiting = { answer: (guesses: number) => void; fail: (error: Error) => void };

let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let leaving: NodeJS.Timeout | undefined;
let asked = 0;

/**
 * True when dictionaries of Dutch and English words, names and leaked passwords, together with `words` (about this
 * person), lead to the password within a million guesses. The first call takes about a second, later ones milliseconds.
 */
export async function isCommonPassword(password: string, words: string[]): Promise<boolean> {
  clearTimeout(leaving);
  thread ??= start();
  const { worker, waiting } = thread;
  const id = ++asked;
  worker.ref();
  try {
    const guesses = await new Promise<number>((answer, fail) => {
      waiting.set(id, { answer, fail });
      worker.postMessage({ id, password: password.slice(0, 256), words } satisfies Question);
    });
    return guesses < guessesAtLeast;
  } finally {
    waiting.delete(id);
    if (waiting.size === 0) rest(worker);
  }
}

function start() {
  const worker = new Worker(new URL('./estimate-guesses.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  worker.on('message', ({ id, guesses }: Answer) => waiting.get(id)?.answer(guesses));
  worker.on('error', (error: Error) => {
    if (thread?.worker === worker) thread = undefined;
    for (const { fail } of waiting.values()) fail(error);
  });
  return { worker, waiting };
}

/** Lets the process end while nobody waits, and gives the memory back after a while. */
function rest(worker: Worker): void {
  worker.unref();
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    if (thread?.worker === worker) thread = undefined;
    worker.terminate().catch(() => undefined);
  }, idle).unref();
}
