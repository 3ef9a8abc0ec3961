import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path/posix';
import type { Client, SFTPWrapper, Stats } from 'ssh2';
import type { FileSource } from '../../../contract/personnel-sources.ts';
import { connectOutside } from './connect-outside.ts';
import { isPattern, pickNewest } from './pick-newest.ts';
import { type Limits, type Received, receive, tooLarge } from './receive.ts';
import { Trouble, troubleOf } from './trouble.ts';

type Sftp = Extract<FileSource, { kind: 'sftp' }>;

/** Opens the door there: a password, or a private key with perhaps a passphrase of its own. */
export type SftpSecret = { secret: string; passphrase: string | null };

/**
 * Fetches a file from a server whose key somebody confirmed. Nothing is told to a server with another key, or before
 * its key is known: then `host-key-unknown` names it.
 */
export async function fetchBySftp(
  source: Sftp,
  secret: SftpSecret,
  to: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Received & { name: string }> {
  const client = await open(source, secret, limits, signal);
  const giveUp = () => client.destroy();
  signal.addEventListener('abort', giveUp, { once: true });
  // What still fails once the connection is given up has been told already.
  client.on('error', () => undefined);
  try {
    const sftp = await ask<SFTPWrapper>((done) => client.sftp(done));
    const path = await choose(sftp, source.path);
    const before = await ask<Stats>((done) => sftp.stat(path, done));
    if (!before.isFile()) throw new Trouble('no-file');
    if (before.size > limits.bytes) throw tooLarge(limits.bytes);
    const received = await receive(sftp.createReadStream(path), to, limits, signal);
    const after = await ask<Stats>((done) => sftp.stat(path, done));
    const same = after.size === before.size && after.mtime === before.mtime;
    if (!same) throw new Trouble('changing');
    if (received.size !== before.size) throw new Trouble('cut-short');
    return { ...received, name: basename(path) };
  } catch (error) {
    throw fromServer(error);
  } finally {
    signal.removeEventListener('abort', giveUp);
    client.end();
  }
}

async function open(
  { host, port, username, auth, hostKey }: Sftp,
  { secret, passphrase }: SftpSecret,
  { idle }: Limits,
  signal: AbortSignal,
): Promise<Client> {
  const { Client: SshClient } = (await import('ssh2')).default;
  const sock = await connectOutside(host, port, signal);
  const client = new SshClient();
  let shown = '';
  try {
    await new Promise<void>((done, fail) => {
      client.once('ready', done).once('error', fail);
      client.once('close', () => fail(new Trouble('connection-lost')));
      client.connect({
        sock,
        username,
        readyTimeout: idle,
        ...(auth === 'password' ? { password: secret } : { privateKey: secret }),
        ...(auth === 'key' && passphrase ? { passphrase } : {}),
        hostVerifier: (key: Buffer) => {
          shown = fingerprintOf(key);
          return shown === hostKey;
        },
      });
    });
    return client;
  } catch (error) {
    client.on('error', () => undefined);
    client.destroy();
    sock.destroy();
    if (shown !== '' && shown !== hostKey) {
      throw new Trouble(
        hostKey === null ? 'host-key-unknown' : 'host-key-changed',
        { hostKey: shown },
        error,
      );
    }
    throw whileOpening(error);
  }
}

/** As OpenSSH writes it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function whileOpening(error: unknown): unknown {
  const level = error instanceof Error && 'level' in error ? error.level : '';
  if (level === 'client-authentication') return new Trouble('wrong-password', {}, error);
  if (level === 'client-timeout') return new Trouble('timed-out', {}, error);
  if (/privateKey|passphrase|Encrypted/i.test(String(error))) return new Trouble('wrong-key', {}, error);
  return troubleOf(error) ?? (level ? new Trouble('protocol', {}, error) : error);
}

/** The status codes of SFTP (draft-ietf-secsh-filexfer-02 §7). */
function fromServer(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 2) return new Trouble('no-such-file', {}, error);
  if (code === 3) return new Trouble('no-access', {}, error);
  if (typeof code === 'number') return new Trouble('protocol', {}, error);
  return troubleOf(error) ?? error;
}

async function choose(sftp: SFTPWrapper, path: string): Promise<string> {
  const pattern = basename(path);
  if (!isPattern(pattern)) return path;
  const listed = await ask<{ filename: string; attrs: Stats }[]>((done) => sftp.readdir(dirname(path), done));
  const files = listed
    .filter(({ attrs }) => attrs.isFile())
    .map(({ filename, attrs }) => ({ name: filename, writtenAt: attrs.mtime }));
  const newest = pickNewest(files, pattern);
  if (!newest) throw new Trouble('no-such-file');
  return join(dirname(path), newest.name);
}

function ask<T>(question: (done: (error: Error | undefined, answer: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    question((error, answer) => (error ? reject(error) : resolve(answer)));
  });
}
