import type { Language } from '../../contract/shapes.ts';
import { Refused } from '../act/refused.ts';
import { dataFolder, type Misconfigured } from '../config.ts';
import type { FolderInUse, FolderUnusable } from '../db/embedded/refuse-folder.ts';
import { writeProblem } from '../http/write-problem.ts';
import { type CommandFailure, type CommandText, failure, words } from './say.ts';

type Known = Error & Record<string, unknown>;
type Why = Extract<CommandText, `cli.why.${string}`>;

/** What the operating system, Node and PostgreSQL say (by code), and what that means for the operator. */
const causes: Record<string, Why> = {
  EADDRINUSE: 'cli.why.port-taken',
  EACCES: 'cli.why.port-refused',
  EADDRNOTAVAIL: 'cli.why.no-address',
  ENOTFOUND: 'cli.why.host-unknown',
  EAI_AGAIN: 'cli.why.host-unknown',
  ECONNREFUSED: 'cli.why.no-postgres',
  ECONNRESET: 'cli.why.no-postgres',
  EHOSTUNREACH: 'cli.why.no-postgres',
  ENETUNREACH: 'cli.why.no-postgres',
  ETIMEDOUT: 'cli.why.postgres-slow',
  '28P01': 'cli.why.postgres-password',
  '28000': 'cli.why.postgres-password',
  '3D000': 'cli.why.postgres-database',
  '42501': 'cli.why.postgres-right',
};

/** What stopped the program or a command in clear sentences, with its exit code; a trace only where nobody foresaw it. */
export function explainFailure(error: unknown, language: Language): { text: string; exitCode: number } {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (first instanceof Refused) return { text: explainRefusal(first, language), exitCode: 1 };
  const known = (first instanceof Error ? first : new Error(String(first))) as Known;
  if (known.code === 'command-failed') {
    const { key, values, exitCode } = first as CommandFailure;
    return { text: words(language, key, values), exitCode };
  }
  const why = whyOf(known, language);
  if (why) {
    const reason = words(language, why.key, why.values);
    return { text: words(language, 'cli.cannot-start', { reason }), exitCode: 1 };
  }
  const reason = known.code === undefined ? known.message : (known.stack ?? known.message);
  return { text: words(language, 'cli.stopped', { reason }), exitCode: 1 };
}

function explainRefusal(refused: Refused, language: Language): string {
  const { detail, fields = [] } = writeProblem(refused, language);
  const lines = fields.map(({ field, message }) => `  ${field}: ${message}`);
  return [words(language, 'cli.failed', { reason: detail }), ...lines].join('\n');
}

function whyOf(error: Known, language: Language): CommandFailure | undefined {
  if (error.code === 'misconfigured') {
    const { why, value } = error as unknown as Misconfigured;
    return failure(`cli.why.${why}`, { value });
  }
  if (error.code === 'folder-in-use') return explainHolder(error as unknown as FolderInUse);
  if (error.code === 'folder-unusable') return explainFolder(error as unknown as FolderUnusable, language);
  const key = causes[String(error.code)] ?? whyByWords(error.message);
  if (!key) return undefined;
  const { address, port, hostname, message } = error;
  return failure(key, {
    port: String(port),
    host: String(hostname),
    address: key === 'cli.why.no-address' ? String(address) : `${address ?? ''}:${port ?? ''}`,
    message,
  });
}

/** What `pg` says without a code. */
function whyByWords(message: string): Why | undefined {
  if (/timeout/i.test(message)) return 'cli.why.postgres-slow';
  if (/\bSSL\b|certificate/i.test(message)) return 'cli.why.postgres-tls';
  return /password must be a string|SASL/.test(message) ? 'cli.why.postgres-password' : undefined;
}

function explainHolder({ holder }: FolderInUse): CommandFailure {
  return failure('cli.why.folder-in-use', {
    folder: dataFolder(),
    known: holder ? 'yes' : 'no',
    pid: String(holder?.pid ?? ''),
    host: holder?.host ?? '',
    since: holder?.since.toString().slice(0, 16).replace('T', ' ') ?? '',
    address: holder?.address ?? 'none',
  });
}

function explainFolder({ reason, message }: FolderUnusable, language: Language): CommandFailure {
  // What PostgreSQL itself said stands in parentheses at the end.
  const said = reason === 'does-not-open' ? (/\(.*\)(?=\.$)/s.exec(message)?.[0] ?? '') : '';
  const sentence = words(language, `cli.why.folder.${reason}`);
  return failure('cli.why.folder', { folder: dataFolder(), reason: `${sentence} ${said}`.trim() });
}
