import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { makeClient } from '../../test/client.ts';
import { startProcess } from '../../test/start-process.ts';
import { administrator } from '../../test/world.ts';
import { build } from '../build.mjs';
import { getBrowser } from '../find-browser.ts';
import { medianOf, short } from './measure.ts';
import type { Topic } from './topic.ts';

const root = join(import.meta.dirname, '../..');
const visits = 5;
const mostScript = 250;

type Visit = { script: number; ms: number };

/** Starts a Muster with the demo organisation in a folder; answers where it is and who is signed in there. */
async function startDemo(folder: string) {
  const words = [join(root, 'tools/run.mjs'), 'server/main.ts'];
  const started = await startProcess({ MUSTER_DATA: folder, HOST: 'localhost' }, words);
  const client = makeClient(started.base);
  const claimed = await client.post('/setup', { ...administrator, token: started.setupToken, demo: true });
  client.close();
  if (claimed.status !== 201) throw new Error(claimed.raw);
  return { ...started, cookies: [...client.jar] };
}

/**
 * Opens the list of users in a browser that has never been here: from the address until names can be clicked and the
 * search can be typed in. `script`: kB of JavaScript on the wire until then.
 */
async function visit(browser: Browser, base: string, cookies: [string, string][]): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: base })));
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  network.on(
    'Network.responseReceived',
    ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
  );
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await network.send('Network.enable');
  const began = performance.now();
  await page.goto(`${base}/users`, { waitUntil: 'commit' });
  await page.locator('tbody a[href^="/users/"]').first().waitFor();
  await page.getByRole('searchbox').first().waitFor();
  const ms = performance.now() - began;
  const script = bytes / 1024;
  await context.close();
  return { script, ms };
}

/** The list of users in the browser, cold: how much script, how long until it can be used. */
export const usersPage: Topic = {
  name: 'users-page',
  run: async () => {
    await build(root, process.execPath, 'web');
    const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    const browser = await chromium.launch({ executablePath: getBrowser(), args });
    try {
      const { base, cookies, stop } = await startDemo(folder);
      const seen: Visit[] = [];
      for (let turn = 0; turn < visits; turn += 1) seen.push(await visit(browser, base, cookies));
      await stop();
      const script = Math.max(...seen.map((one) => one.script));
      const ms = medianOf(seen.map((one) => one.ms));
      return [
        {
          title: 'Users page in the browser, cold',
          columns: ['script', '≤ 250 kB', 'usable after', '≤ 1 s'],
          rows: [
            [
              `${short(script)} kB`,
              script <= mostScript ? 'yes' : 'no',
              `${short(ms)} ms`,
              ms <= 1000 ? 'yes' : 'no',
            ],
          ],
          about: [
            `Chromium with an empty cache, 250 people of the demo, middle of ${visits} visits; script as it comes over the wire (compressed) until the first name can be clicked and the search can be typed in.`,
          ],
        },
      ];
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
