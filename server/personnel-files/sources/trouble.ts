import type { TextValues } from '../../../contract/texts.ts';

/**
 * Why a personnel file could not be fetched or is not trusted; its words stand under
 * `personnel-files.trouble.<code>`. Never holds what a server said about a password.
 */
export class Trouble extends Error {
  readonly code: string;
  readonly values: TextValues;

  constructor(code: string, values: TextValues = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'Trouble';
    this.code = code;
    this.values = values;
  }
}

const byCode: Record<string, string> = {
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  EAI_NONAME: 'host-unknown',
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'timed-out',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  ENOENT: 'no-such-file',
  ENOTDIR: 'no-such-file',
  EACCES: 'no-access',
  EPERM: 'no-access',
  ELOOP: 'outside-folders',
  EISDIR: 'no-file',
  ENOSPC: 'disk-full',
  ERR_INVALID_CHAR: 'wrong-password',
};

/** What an error of the system or the network means; undefined for one that is a fault of ours. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof Trouble) return error;
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return new Trouble('timed-out', {}, error);
  const code = 'code' in error ? String(error.code) : '';
  const known = byCode[code];
  if (known) return new Trouble(known, {}, error);
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) {
    return new Trouble('certificate', { reason: code }, error);
  }
  return code.startsWith('HPE_') ? new Trouble('protocol', {}, error) : undefined;
}
