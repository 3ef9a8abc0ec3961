/** Milliseconds: the middle, and what 95 of 100 stay below. */
export type Times = { p50: number; p95: number };

/** Runs the work until it was measured `times` times or `seconds` have passed, after a few turns that do not count. */
export async function measure(
  work: () => Promise<unknown>,
  { times = 40, seconds = 4 } = {},
): Promise<Times> {
  for (let turn = 0; turn < 5; turn += 1) await work();
  const taken: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (taken.length < times && (taken.length < 5 || performance.now() < until)) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] as number;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Two digits that mean something: `0.42`, `4.2`, `42`. */
export function short(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value >= 1 ? value.toFixed(1) : value.toFixed(2);
}

/** The middle of measured values. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
