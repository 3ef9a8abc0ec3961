import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from './self-signed.ts';

/** A web server on a free port of this machine, with a certificate of its own for `localhost` and `127.0.0.1`. */
export async function startHttps(answer: RequestListener) {
  const { key, cert } = selfSigned({ names: ['localhost'], addresses: ['127.0.0.1'] });
  const folder = mkdtempSync(join(tmpdir(), 'muster-https-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, cert);
  let answerNow = answer;
  const server = createServer({ key, cert }, (request, response) => answerNow(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    port,
    /** The file to trust it by. */
    authority,
    answerWith: (next: RequestListener) => {
      answerNow = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
