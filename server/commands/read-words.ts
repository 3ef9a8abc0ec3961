import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { failure } from './say.ts';

const everywhere = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/**
 * Reads what stands behind a command. `--data` counts at once for whatever reads MUSTER_DATA. Throws for options that
 * do not exist, and for more words than `most`.
 */
export function readWords<Options extends ParseArgsOptionsConfig>(
  command: string,
  words: string[],
  options: Options,
  most = 0,
) {
  try {
    const all = { ...options, ...everywhere };
    const read = parseArgs({ args: words, options: all, allowPositionals: true, strict: true });
    const extra = read.positionals[most];
    if (extra !== undefined) throw failure('cli.unknown-option', { word: extra, command }, 2);
    const { data } = read.values as { data?: string };
    if (data !== undefined) process.env.MUSTER_DATA = data;
    return read;
  } catch (error) {
    throw explain(error as Error & { code?: string }, command);
  }
}

function explain(error: Error & { code?: string }, command: string): Error {
  const word = /'(--?[^' ]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return failure('cli.unknown-option', { word, command }, 2);
  if (error.code?.startsWith('ERR_PARSE_ARGS')) return failure('cli.option-value', { word, command }, 2);
  return error;
}
