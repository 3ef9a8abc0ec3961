import type { TestEvent } from 'node:test/reporters';
import type { NodeReport } from './tally.ts';

/** A reporter for `node --test`: writes the counts of the whole run, and which files printed something, as JSON. */
export default async function* reportTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const noisy = new Set<string>();
  let counts: NodeReport['counts'] | undefined;
  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') noisy.add(event.data.file ?? 'a test');
    // A summary comes for each file, and one without a file for the whole run.
    if (event.type === 'test:summary' && event.data.file === undefined) {
      const { passed, cancelled, skipped, todo, tests } = event.data.counts;
      counts = { passed, cancelled, skipped, todo, failed: tests - passed - cancelled - skipped - todo };
    }
  }
  if (counts) yield JSON.stringify({ counts, noisy: [...noisy] } satisfies NodeReport);
}
