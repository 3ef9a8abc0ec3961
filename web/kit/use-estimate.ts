import { useEffect, useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { estimatePassword } from '../../contract/sign-in.ts';
import { call } from './call.ts';

export type Estimate = OutputOf<typeof estimatePassword>;

/** Not at every key: a moment after the last one. */
const pause = 350;

/**
 * How hard a password is to guess, as the server judges it, which knows more words than a page should load. Null while
 * that is not known. `token` opens it where nobody is signed in.
 */
export function useEstimate(
  password: string,
  { words, token, twoFactor, ready }: { words: string[]; token?: string; twoFactor: boolean; ready: boolean },
): Estimate | null {
  const [answered, setAnswered] = useState<{ to: string; estimate: Estimate } | null>(null);
  const asked = JSON.stringify({ password, words: words.filter(Boolean), token, twoFactor });
  useEffect(() => {
    if (!ready) return;
    const leaving = new AbortController();
    const ask = async () => {
      const estimate = await call(estimatePassword, JSON.parse(asked), { signal: leaving.signal });
      setAnswered({ to: asked, estimate });
    };
    // Without an answer the field works as well: the password is judged when it is set.
    const waiting = setTimeout(() => ask().catch(() => undefined), pause);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [asked, ready]);
  return ready && answered?.to === asked ? answered.estimate : null;
}
