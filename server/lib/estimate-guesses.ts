import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be';

/** The process that `password-strength.ts` starts and ends: it alone holds the dictionaries. */

export type Question = { id: number; password: string; words: string[] };
export type Answer = { id: number; guesses: number };

const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english, ...dutch },
  graphs: adjacencyGraphs,
  // Beyond this the estimate takes seconds for some texts; what is hard to guess so far is hard enough.
  maxLength: 24,
});

process.on('message', ({ id, password, words }: Question) => {
  // Punctuation at the ends adds next to nothing, but makes the estimate believe so.
  const stem = password.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const guesses = [password, stem].map((text) => estimator.check(text, words).guesses);
  process.send?.({ id, guesses: Math.min(...guesses) } satisfies Answer);
});
