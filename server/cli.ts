import { readConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { type Running, serve } from './start.ts';

/** Runs a command of the operator; returns the exit code. Without a word it serves. */
export async function runCommand(words: string[]): Promise<number> {
  try {
    const running = await serve(readConfig(), words.includes('--demo') || words[0] === 'demo');
    await untilStopped(running);
    return 0;
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    return 1;
  }
}

/** Ends cleanly on the first signal: what is under way is finished, then the database is closed. */
function untilStopped(running: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      running.stop().then(resolve, reject);
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
