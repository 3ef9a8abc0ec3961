import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { minutes } from './days.ts';
import type { Answer, Question } from './estimate-guesses.ts';

/** What somebody who guesses cleverly has tried soon: below it fall `Welkom01` and `Amsterdam1`. */
const guessesAtLeast = 1e6;

// The dictionaries take 80 MB, of which a thread that ends gives back half: so they live in a process of their own.
const program = fileURLToPath(new URL('./estimate-guesses.ts', import.meta.url));
const idle = minutes(1);

export type Estimate = Pick<Answer, 'guesses' | 'weaknesses'>;
type Waiting = { answer: (estimate: Estimate) => void; fail: (error: Error) => void };
type Estimator = { child: ChildProcess; waiting: Map<number, Waiting>; leaving?: NodeJS.Timeout };

let estimator: Estimator | undefined;
let asked = 0;

/** True when somebody who guesses cleverly is soon there: within a million guesses. */
export function isCommon({ guesses }: Pick<Estimate, 'guesses'>): boolean {
  return guesses < guessesAtLeast;
}

/**
 * After how many guesses dictionaries of Dutch and English words, names and leaked passwords, together with `words`
 * (about this person), lead to the password. The first call takes about a second, later ones milliseconds.
 */
export async function estimateGuesses(password: string, words: string[]): Promise<Estimate> {
  estimator ??= start();
  const mine = estimator;
  const id = ++asked;
  stay(mine);
  try {
    return await new Promise<Estimate>((answer, fail) => {
      mine.waiting.set(id, { answer, fail });
      const question: Question = { id, password: password.slice(0, 256), words };
      mine.child.send(question, (error) => error && fail(error));
    });
  } finally {
    mine.waiting.delete(id);
    if (mine.waiting.size === 0) rest(mine);
  }
}

function start(): Estimator {
  // It needs nothing of our environment, in which secrets stand.
  const child = fork(program, { env: {}, execArgv: [] });
  const started: Estimator = { child, waiting: new Map() };
  const end = (error: Error) => {
    if (estimator === started) estimator = undefined;
    for (const { fail } of started.waiting.values()) fail(error);
  };
  child.on('message', ({ id, ...estimate }: Answer) => started.waiting.get(id)?.answer(estimate));
  child.on('error', end);
  child.on('exit', () => end(new Error('The process that estimates passwords has ended.')));
  return started;
}

function stay({ child, leaving }: Estimator): void {
  clearTimeout(leaving);
  child.ref();
  child.channel?.ref();
}

/** Lets our own process end while nobody waits, and gives the memory back after a while. */
function rest(mine: Estimator): void {
  mine.child.unref();
  mine.child.channel?.unref();
  clearTimeout(mine.leaving);
  mine.leaving = setTimeout(() => {
    if (estimator === mine) estimator = undefined;
    if (mine.child.connected) mine.child.disconnect();
  }, idle).unref();
}
