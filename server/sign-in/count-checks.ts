import { Counter, register } from 'prom-client';

const checks = new Counter({
  name: 'muster_password_checks_total',
  help: 'Passwords that were compared with a stored hash.',
  labelNames: ['kind'],
  registers: [register],
});

/** `counted`: could have let somebody in; `after-lock`: only to tell a locked person so. */
export function countCheck(kind: 'counted' | 'after-lock'): void {
  checks.inc({ kind });
}
