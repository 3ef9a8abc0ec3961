import { hours, type Milliseconds, minutes } from '../lib/days.ts';

/** What a failed try means. `away`: the server itself is in trouble, so other mail need not be tried now. */
export type Failure = { words: string; forGood: boolean; away: boolean };

const pauses = [minutes(1), minutes(5), minutes(30), hours(2), hours(6), hours(12), hours(24), hours(24)];

/** How long a mail waits after so many failed tries; null after about three days: it will not be tried again. */
export function pauseAfter(attempts: number): Milliseconds | null {
  return pauses[attempts - 1] ?? null;
}

/**
 * Reads the error of a try. Only a permanent answer (5yz, RFC 5321 §4.2.1) to this receiver or this message is for
 * good: one to the greeting, the password or the sender can be mended by an administrator.
 */
export function judgeFailure(error: unknown): Failure {
  const { responseCode, response, command = '', permanent, message } = detailsOf(error);
  const aboutThisMail = /^(RCPT|DATA)/.test(command);
  return {
    words: inOneLine(response ?? message),
    forGood: aboutThisMail && permanent === true,
    away: !aboutThisMail || responseCode === undefined || responseCode === 421,
  };
}

type Details = {
  message: string;
  responseCode?: number;
  response?: string;
  command?: string;
  permanent?: boolean;
};

function detailsOf(error: unknown): Details {
  if (!(error instanceof Error)) return { message: String(error) };
  const details = error as Details & Error;
  const { message, responseCode, response, command, permanent } = details;
  return { message, responseCode, response, command, permanent };
}

function inOneLine(words: string): string {
  return words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500);
}
