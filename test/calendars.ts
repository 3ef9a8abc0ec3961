import type { Client } from './client.ts';

/** The private address of somebody's shifts, without the part that all calls have. */
export async function makeCalendar(client: Client): Promise<string> {
  const { status, body, raw } = await client.post<{ address: string }>('/me/calendar', {});
  if (status !== 201) throw new Error(raw);
  return new URL(body.address).pathname.replace('/api/v1', '') + new URL(body.address).search;
}
