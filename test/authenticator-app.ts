import { Secret, TOTP } from 'otpauth';
import type { Client } from './client.ts';

/** What an authenticator app shows at this moment, or so many seconds from it. */
export function codeOf(secret: string, seconds = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + seconds * 1000 });
}

/** Sets up an authenticator app for whoever is signed in here. */
export async function setUpApp(client: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { body: begun } = await client.post<{ secret: string }>('/me/two-factor/app');
  const input = { code: codeOf(begun.secret) };
  const answer = await client.put<{ recoveryCodes: string[] }>('/me/two-factor/app', input);
  if (answer.status !== 200) throw new Error(answer.raw);
  return { secret: begun.secret, recoveryCodes: answer.body.recoveryCodes };
}
