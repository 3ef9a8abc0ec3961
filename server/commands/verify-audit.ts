import type { Language } from '../../contract/shapes.ts';
import { walkChain } from '../audit/verify-audit.ts';
import { readWords } from './read-words.ts';
import { failure, say, words } from './say.ts';
import { withDatabase } from './with-database.ts';

/** `muster verify-audit`: exit code 1 when the chain does not hold. */
export async function runVerifyAudit(given: string[], language: Language): Promise<number> {
  const { values } = readWords('verify-audit', given, { expect: { type: 'string' } } as const);
  const expected = readExpected(values.expect);
  const { sound, entries, erased, brokenAt, head } = await withDatabase((db) => walkChain(db, expected));
  if (!sound) {
    process.stderr.write(`${words(language, 'cli.audit.broken', { at: brokenAt ?? 0, entries })}\n`);
    return 1;
  }
  say(words(language, 'cli.audit.sound', { entries }));
  if (erased > 0) say(words(language, 'cli.audit.erased', { count: erased }));
  say(words(language, 'cli.audit.head', { seq: String(entries), hash: head }));
  return 0;
}

function readExpected(text: string | undefined): { seq: number; hash: string } | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw failure('cli.audit.expect', {}, 2);
  return { seq: Number(seq), hash: hash.toLowerCase() };
}
