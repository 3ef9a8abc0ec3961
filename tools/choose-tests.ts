import { Failed } from './run-quietly.mjs';

/** What `npm test` was asked to run. */
export type Choice = {
  postgres: boolean;
  tests: boolean;
  journeys: boolean;
  /** Each journey in Dutch only. */
  oneLanguage: boolean;
  filters: string[];
};

/**
 * Reads the arguments of `npm test`: --postgres, --no-journeys, --only-journeys, --one-language, and words that the path of a
 * test file must contain (one of them is enough). Refuses options that it does not know.
 */
export function readChoice(args: string[]): Choice {
  const known = ['--postgres', '--no-journeys', '--only-journeys', '--one-language'];
  const unknown = args.find((arg) => arg.startsWith('-') && !known.includes(arg));
  if (unknown)
    throw new Failed(`${unknown} is not known; there are ${known.join(', ')} and parts of file names.`);
  return {
    postgres: args.includes('--postgres'),
    tests: !args.includes('--only-journeys'),
    journeys: !args.includes('--no-journeys'),
    oneLanguage: args.includes('--one-language'),
    filters: args.filter((arg) => !arg.startsWith('-')),
  };
}

/** Keeps the test files that fit the choice; what is about one of the two databases runs with that one only. */
export function chooseFiles(files: string[], { postgres, filters }: Choice): string[] {
  const others = postgres ? '.embedded.test.ts' : '.postgres.test.ts';
  return files
    .filter((file) => !file.endsWith(others))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
}
