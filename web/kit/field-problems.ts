import type { z } from 'zod';
import { isTextKey, type TextValues } from '../../contract/texts.ts';
import type { Texts } from './texts.tsx';

/** What the contract's shape finds wrong with this input, in words, by field (`mailServer.host` for inner ones). */
export function findFieldProblems(shape: z.ZodType, input: unknown, t: Texts): Record<string, string> {
  const read = shape.safeParse(input);
  const problems: Record<string, string> = {};
  for (const issue of read.error?.issues ?? []) {
    const field = issue.path.join('.');
    problems[field] ??= wordsOf(issue, input, t);
  }
  return problems;
}

function wordsOf(issue: z.core.$ZodIssue, input: unknown, t: Texts): string {
  const { code, values } = codeOf(issue, input);
  const key = `fields.${code}`;
  return isTextKey(key) ? t(key, values) : t('fields.invalid');
}

function codeOf(issue: z.core.$ZodIssue, input: unknown): { code: string; values?: TextValues } {
  const values: TextValues = {
    ...('maximum' in issue ? { maximum: Number(issue.maximum) } : {}),
    ...('minimum' in issue ? { minimum: Number(issue.minimum) } : {}),
  };
  if (isTextKey(`fields.${issue.message}`)) return { code: issue.message, values };
  const isText = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'too_small') return { code: isText ? 'too-short' : 'too-small', values };
  if (issue.code === 'too_big') return { code: isText ? 'too-long' : 'too-big', values };
  if (issue.code === 'invalid_union') return codeOfUnion(issue, input);
  const empty = valueAt(input, issue.path) === undefined || valueAt(input, issue.path) === null;
  if (issue.code === 'invalid_type') return { code: empty ? 'required' : 'wrong-type' };
  if (issue.code === 'invalid_format' && issue.format === 'date') return { code: 'day' };
  return { code: 'invalid' };
}

/** A union refuses with the problems of each of its shapes; the one of the last text shape says the most. */
function codeOfUnion(issue: z.core.$ZodIssueInvalidUnion, input: unknown) {
  const told = issue.errors.flat().filter((inner) => inner.code !== 'invalid_type');
  const last = told.at(-1);
  return last ? codeOf(last, input) : { code: 'invalid' };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    input,
  );
}
