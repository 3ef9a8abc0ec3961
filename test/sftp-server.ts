import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type Attributes, type AuthContext, type Connection, type SFTPWrapper } from 'ssh2';

const { STATUS_CODE } = ssh2.utils.sftp;

type Options = {
  files: Map<string, Buffer>;
  username: string;
  password: string;
  /** The public half of a key that opens the door as well. */
  publicKey?: string | undefined;
};

/** An SFTP server on a free port of this machine, with a key of its own, that gives these files. */
export async function startSftp(options: Options, port = 0) {
  const hostKey = ssh2.utils.generateKeyPairSync('ed25519');
  const parsed = ssh2.utils.parseKey(hostKey.private);
  if (parsed instanceof Error) throw parsed;
  const fingerprint = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  const open = new Set<Connection>();
  /** What was shown to it to come in, to know that nothing was. */
  const tried: string[] = [];
  const server = new ssh2.Server({ hostKeys: [hostKey.private] }, (client) => {
    open.add(client);
    client.on('error', () => undefined).on('close', () => open.delete(client));
    client.on('authentication', (context) => {
      if (context.method !== 'none') tried.push(context.method);
      if (mayEnter(context, options)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serve(acceptSftp(), options.files));
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    hostKey: `SHA256:${fingerprint}`,
    tried,
    close: async () => {
      for (const client of open) client.end();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function mayEnter(context: AuthContext, { username, password, publicKey }: Options): boolean {
  if (context.username !== username) return false;
  if (context.method === 'password') return context.password === password;
  if (context.method !== 'publickey' || publicKey === undefined) return false;
  const allowed = ssh2.utils.parseKey(publicKey);
  if (allowed instanceof Error || !allowed.getPublicSSH().equals(context.key.data)) return false;
  return (
    !context.signature ||
    allowed.verify(context.blob ?? Buffer.alloc(0), context.signature, context.hashAlgo) === true
  );
}

function attributesOf(content: Buffer | undefined): Attributes {
  const mode = content ? 0o100644 : 0o40755;
  return { mode, uid: 0, gid: 0, size: content?.length ?? 0, atime: 1_700_000_000, mtime: 1_700_000_000 };
}

function serve(sftp: SFTPWrapper, files: Map<string, Buffer>): void {
  const handles = new Map<number, string>();
  const listed = new Set<number>();
  let last = 0;
  const handleOf = (path: string) => {
    last += 1;
    handles.set(last, path);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    return handle;
  };
  const stat = (id: number, path: string) =>
    files.has(path)
      ? sftp.attrs(id, attributesOf(files.get(path)))
      : sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
  sftp.on('STAT', stat).on('LSTAT', stat);
  sftp.on('FSTAT', (id, handle) => stat(id, handles.get(handle.readUInt32BE()) ?? ''));
  sftp.on('OPEN', (id, path) =>
    files.has(path) ? sftp.handle(id, handleOf(path)) : sftp.status(id, STATUS_CODE.NO_SUCH_FILE),
  );
  sftp.on('READ', (id, handle, offset, length) => {
    const content = files.get(handles.get(handle.readUInt32BE()) ?? '') ?? Buffer.alloc(0);
    const part = content.subarray(offset, offset + length);
    if (part.length === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, part);
  });
  sftp.on('OPENDIR', (id, path) => sftp.handle(id, handleOf(path)));
  sftp.on('READDIR', (id, handle) => {
    const number = handle.readUInt32BE();
    if (listed.has(number)) return sftp.status(id, STATUS_CODE.EOF);
    listed.add(number);
    const folder = `${handles.get(number)}/`;
    const inside = [...files].filter(([path]) => path.startsWith(folder));
    sftp.name(
      id,
      inside.map(([path, content]) => {
        const filename = path.slice(folder.length);
        return { filename, longname: filename, attrs: attributesOf(content) };
      }),
    );
  });
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}
