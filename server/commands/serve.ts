import { flushCompileCache } from 'node:module';
import type { Language } from '../../contract/shapes.ts';
import { readConfig } from '../config.ts';
import { type Running, serve } from '../start.ts';
import { readWords } from './read-words.ts';
import { say, words } from './say.ts';

const options = {
  demo: { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
} as const;

/** `muster serve` and `muster demo`: serves until a signal says stop. */
export async function runServe(given: string[], language: Language, demo = false): Promise<number> {
  const { values } = readWords('serve', given, options);
  if (values.port !== undefined) process.env.PORT = values.port;
  if (values.host !== undefined) process.env.HOST = values.host;
  const running = await serve(readConfig(), demo || (values.demo ?? false));
  const stopped = whenToldToStop();
  greet(running, language);
  // Not only at the end, which a machine that is switched off never reaches.
  flushCompileCache();
  await stopped;
  await running.stop();
  return 0;
}

/** What a person needs next. */
function greet({ address, demo, setupToken }: Running, language: Language): void {
  if (demo) {
    say(words(language, demo.throwAway ? 'cli.serve.demo' : 'cli.serve.demo-kept', { address }));
    say(words(language, 'cli.serve.sign-in', demo));
  } else if (setupToken === null) say(words(language, 'cli.serve.running', { address }));
  else {
    say(words(language, 'cli.serve.setup'));
    say(`${address}/setup#${setupToken}`);
  }
}

/**
 * The first signal ends it cleanly: what is under way is finished. The second one ends it at once, as every signal
 * does before all this runs; the database bears that.
 */
function whenToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}
