import { Counter, collectDefaultMetrics, Histogram, register } from 'prom-client';
import { listChecks } from '../lib/count-checks.ts';

collectDefaultMetrics();

const durations = new Histogram({
  name: 'muster_request_seconds',
  help: 'How long calls took.',
  labelNames: ['call', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
});

new Counter({
  name: 'muster_password_checks_total',
  help: 'Passwords that were compared with a stored hash.',
  labelNames: ['kind'],
  collect() {
    this.reset();
    for (const [kind, count] of listChecks()) this.inc({ kind }, count);
  },
});

/** Notes how long a call took, in milliseconds, and how it was answered. */
export function observeCall(call: string, status: number, took: number): void {
  durations.observe({ call, status }, took / 1000);
}

/** Everything that was counted, as Prometheus reads it. */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  return { type: register.contentType, text: await register.metrics() };
}
