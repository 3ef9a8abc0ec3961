/** How many passed and how many did not. */
export type Tally = { passed: number; failed: number };

/** What report-tests.ts writes down about a run of the tests of Node. */
export type NodeReport = {
  counts: { passed: number; failed: number; cancelled: number; skipped: number; todo: number };
  noisy: string[];
};

/** What the JSON reporter of Playwright writes down, as far as we read it. */
export type JourneyReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/**
 * Counts a run of the tests of Node. A test that did not run to its end counts as failed, and so does a file
 * that printed something; a run without report, without tests, or with a bad exit for no reason is a failure.
 */
export function tallyTests(report: NodeReport | undefined, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const { passed, failed, cancelled, skipped, todo } = report.counts;
  return judge({ passed, failed: failed + cancelled + skipped + todo + report.noisy.length }, exitCode);
}

/** Counts a run of the journeys by the same rules. */
export function tallyJourneys(report: JourneyReport | undefined, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return judge({ passed: expected, failed: unexpected + flaky + skipped + report.errors.length }, exitCode);
}

function judge(tally: Tally, exitCode: number | null): Tally {
  if (tally.failed > 0 || (exitCode === 0 && tally.passed > 0)) return tally;
  return { ...tally, failed: 1 };
}

/** Adds up. */
export function addTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
