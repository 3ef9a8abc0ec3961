import { type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be';
import type { PasswordWeakness } from '../../contract/passwords.ts';

/** The process that `password-strength.ts` starts and ends: it alone holds the dictionaries. */

export type Question = { id: number; password: string; words: string[] };
export type Answer = { id: number; guesses: number; weaknesses: PasswordWeakness[] };

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english, ...dutch },
  graphs: adjacencyGraphs,
  // Beyond this the estimate takes seconds for some texts; what is hard to guess so far is hard enough.
  maxLength: 24,
});

process.on('message', ({ id, password, words }: Question) => {
  // Punctuation at the ends adds next to nothing, but makes the estimate believe so.
  const stem = password.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const [easiest] = [password, stem]
    .map((text) => estimator.check(text, words))
    .sort((a, b) => a.guesses - b.guesses);
  const weaknesses = listWeaknesses(easiest?.sequence ?? []);
  process.send?.({ id, guesses: easiest?.guesses ?? 0, weaknesses } satisfies Answer);
});

/** What the parts of a password are, the longest part first; two letters say nothing. */
function listWeaknesses(parts: MatchExtended[]): PasswordWeakness[] {
  const found = parts
    .filter(({ token }) => token.length > 2)
    .sort((a, b) => b.token.length - a.token.length)
    .flatMap((part) => weaknessOf(part) ?? []);
  return [...new Set(found)].slice(0, 3);
}

function weaknessOf({ pattern, dictionaryName }: MatchExtended): PasswordWeakness | null {
  switch (pattern) {
    case 'dictionary':
      if (dictionaryName === 'userInputs') return 'about-you';
      if (/^passwords/.test(dictionaryName)) return 'leaked';
      return /names/i.test(dictionaryName) ? 'name' : 'word';
    case 'wordSequence':
      return 'word';
    case 'spatial':
      return 'keys';
    case 'sequence':
      return 'sequence';
    case 'repeat':
      return 'repeat';
    case 'date':
    case 'regex':
      return 'date';
    default:
      return null;
  }
}
