import { enableCompileCache } from 'node:module';
import { type EventData, run } from 'node:test';
import { spec, type TestEvent } from 'node:test/reporters';
import { parentPort, workerData } from 'node:worker_threads';
import type { Tally } from './tally.ts';
import type { Work } from './test-files.ts';

/** What the thread of a test file says: lines to show, and at last what it came to. */
export type Said = { text: string } | { tally: Tally };

const { file, patience } = workerData as Work;
const say = (said: Said) => parentPort?.postMessage(said);
const lines = new spec();
lines.setEncoding('utf8').on('data', (text: string) => say({ text }));

enableCompileCache(process.env.NODE_COMPILE_CACHE);
const events: AsyncIterable<TestEvent> = run({ files: [file], isolation: 'none', timeout: patience });
let empty = false;
for await (const event of events) {
  // What holds no test is told as a test that has the name of the file.
  if (event.type === 'test:pass' && event.data.name === file) empty = true;
  // It comes when nothing of the file goes on any more.
  if (event.type === 'test:summary') say({ tally: empty ? { passed: 0, failed: 0 } : count(event.data) });
  else if (!isSum(event)) lines.write(event);
}
lines.end();

/** The sums at the end of each file belong below the whole run. */
function isSum({ type, data }: TestEvent): boolean {
  const sums = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) \d/;
  return type === 'test:diagnostic' && sums.test(data.message);
}

/** A test that did not run to its end counts as failed, and so does what breaks after its test or beside it. */
function count({ success, counts: { passed, tests } }: EventData.TestSummary): Tally {
  const failed = tests - passed;
  return { passed, failed: success || failed > 0 ? failed : 1 };
}
