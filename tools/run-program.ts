import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

/**
 * Runs a program of Node in the foreground and answers its exit code, null when a signal or the time limit
 * (in milliseconds) ended it.
 */
export function runProgram(args: string[], env: NodeJS.ProcessEnv, limit: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    running.add(child);
    const timer = setTimeout(() => {
      console.error(`Stopped: it ran longer than ${limit / 60_000} minutes.`);
      child.kill();
    }, limit);
    const end = () => {
      clearTimeout(timer);
      running.delete(child);
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('exit', (code) => {
      end();
      resolve(code);
    });
  });
}

/** Passes a signal on to the programs that run, once; the second time it ends this process as usual. */
export function passSignalsOn(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      // Whoever holds something (a throw-away PostgreSQL) ends it in its own handler, then signals again.
      setTimeout(() => process.kill(process.pid, signal), 5000).unref();
    });
  }
}
