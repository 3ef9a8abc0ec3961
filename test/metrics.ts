import type { Client } from './client.ts';

/** How many passwords a process has compared so far with the hash of somebody who could come in. */
export async function countChecks(client: Client): Promise<number> {
  const { raw } = await client.send('GET', '/metrics');
  const line = /^muster_password_checks_total\{kind="counted"\} (\d+)$/m.exec(raw);
  return Number(line?.[1] ?? 0);
}
