import { once } from 'node:events';
import { lockFolder } from './lock-folder.ts';
import { openEmbedded } from './open-embedded.ts';
import type { Holder, UnusableReason } from './refuse-folder.ts';

// A process of its own for the tests: says that it is ready, waits for a word, tries for the folder, says how it went.
const [, , how, folder = ''] = process.argv;
process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  if (how === 'without-rights') {
    // To the administrator of the machine, no folder is closed.
    if (process.getuid?.() === 0) process.setuid?.(65534);
    await openEmbedded(folder);
  } else {
    const lock = await lockFolder(folder);
    lock.describe({ address: `http://localhost:${process.pid}` });
  }
  process.stdout.write(`${JSON.stringify({ won: true })}\n`);
} catch (error) {
  const { code, holder, reason } = error as { code?: string; holder?: Holder; reason?: UnusableReason };
  process.stdout.write(`${JSON.stringify({ won: false, code, holder, reason })}\n`);
}
