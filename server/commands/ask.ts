import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Language } from '../../contract/shapes.ts';
import { type CommandText, failure, words } from './say.ts';

/** True where somebody sits at the terminal who can be asked. Questions go to standard error: the output stays clean. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** Asks for a line; `secret` is not shown while it is typed. */
export async function ask(language: Language, key: CommandText, { secret = false } = {}): Promise<string> {
  const question = `${words(language, key)}: `;
  if (secret) process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: secret ? nowhere : process.stderr,
    terminal: true,
  });
  const stop = new AbortController();
  lines.once('SIGINT', () => stop.abort());
  lines.once('close', () => stop.abort());
  try {
    return await lines.question(secret ? '' : question, { signal: stop.signal });
  } catch {
    throw failure('cli.failed', { reason: 'Ctrl+C' }, 130);
  } finally {
    lines.close();
    if (secret) process.stderr.write('\n');
  }
}

/**
 * The password to set: from standard input when `fromInput`, else asked for twice. Throws where neither is possible.
 */
export async function readPassword(language: Language, command: string, fromInput: boolean): Promise<string> {
  if (fromInput) return (await text(process.stdin)).replace(/\r?\n$/, '');
  if (!canAsk()) throw failure('cli.missing', { options: '--password-stdin', command }, 2);
  const password = await ask(language, 'cli.ask.password', { secret: true });
  if ((await ask(language, 'cli.ask.password-again', { secret: true })) !== password) {
    throw failure('cli.passwords-differ');
  }
  return password;
}
