/** `counted`: could have let somebody in; `after-lock`: only to tell a locked person so. */
export type CheckKind = 'counted' | 'after-lock';

const checks: Record<CheckKind, number> = { counted: 0, 'after-lock': 0 };

/** Counts that a password was compared with a stored hash. */
export function countCheck(kind: CheckKind): void {
  checks[kind] += 1;
}

/** How many there were of each kind since this process started. */
export function listChecks(): [kind: CheckKind, count: number][] {
  return Object.entries(checks) as [CheckKind, number][];
}
