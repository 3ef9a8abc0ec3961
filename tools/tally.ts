/** How many passed and how many did not. */
export type Tally = { passed: number; failed: number };

/** What the JSON reporter of Playwright writes down, as far as we read it. */
export type JourneyReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/**
 * Counts a run of the journeys. One that passed only at the second try, or was left out, counts as failed; a run
 * without report, without journeys, or with a bad exit for no reason is a failure.
 */
export function tallyJourneys(report: JourneyReport | undefined, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const tally = { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
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
