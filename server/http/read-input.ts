import type { z } from 'zod';
import { type Endpoint, inputInQuery, pathNames } from '../../contract/endpoint.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';

type Sent = { params: unknown; query: unknown; body: unknown };

/**
 * Reads what was sent in the shape of the call. A path that cannot be of anything that exists answers like
 * something unknown; everything else that does not fit is named at its field.
 */
export function readInput(call: Endpoint, sent: Sent): Record<string, unknown> {
  const inPath = pathNames(call.path);
  const rest = inputInQuery(call.method) ? sent.query : sent.body === undefined ? {} : sent.body;
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) {
    throw new Refused('request.invalid');
  }
  // PostgreSQL cannot store this character; in a body it was refused already.
  const texts = inputInQuery(call.method) ? Object.values(rest).flat() : [];
  if (texts.some((text) => typeof text === 'string' && text.includes('\u0000'))) {
    throw new Refused('request.invalid');
  }
  const clash = inPath.find((name) => Object.hasOwn(rest, name));
  if (clash) throw new Refused('request.invalid', { fields: [{ field: clash, code: 'fields.unknown' }] });
  const given = { ...rest, ...(sent.params as Record<string, unknown>) };
  // Without the input in the issues, a wrong value cannot be told from one that is missing.
  const read = call.input.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  const issues = read.error.issues;
  if (issues.some((issue) => inPath.includes(String(issue.path[0])))) {
    const unknown = call.refusals.find((code) => code.endsWith('.not-found'));
    throw new Refused(unknown ?? 'request.not-found');
  }
  throw new Refused('request.invalid', { fields: issues.flatMap(fieldsOf) });
}

type Issue = z.core.$ZodIssue;

function fieldsOf(issue: Issue): FieldRefusal[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'fields.unknown' }));
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((error) => error.code !== 'invalid_type');
    return inner
      ? fieldsOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue)
      : [plain(issue, field)];
  }
  return [plain(issue, field)];
}

const ownCodes = new Set([
  'required',
  'too-long',
  'email',
  'phone',
  'time-zone',
  'time',
  'backwards',
  'colour',
  'host',
]);

function plain(issue: Issue, field: string): FieldRefusal {
  const limits = limitsOf(issue);
  if (ownCodes.has(issue.message)) return { field, code: `fields.${issue.message}`, values: limits };
  switch (issue.code) {
    case 'invalid_type':
      return { field, code: issue.input === undefined ? 'fields.required' : 'fields.wrong-type' };
    case 'too_big':
      return { field, code: tooBig(issue), values: limits };
    case 'too_small':
      return {
        field,
        code: issue.origin === 'string' ? tooSmallText(issue) : 'fields.too-small',
        values: limits,
      };
    case 'invalid_format':
      return { field, code: issue.format === 'date' ? 'fields.day' : 'fields.invalid' };
    default:
      return { field, code: 'fields.invalid' };
  }
}

function limitsOf(issue: Issue): Record<string, number> {
  return {
    ...(issue.code === 'too_big' ? { maximum: Number(issue.maximum) } : {}),
    ...(issue.code === 'too_small' ? { minimum: Number(issue.minimum) } : {}),
  };
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') return 'fields.too-long';
  return issue.origin === 'array' ? 'fields.too-many-items' : 'fields.too-big';
}

function tooSmallText(issue: Extract<Issue, { code: 'too_small' }>): string {
  return Number(issue.minimum) === 1 ? 'fields.required' : 'fields.too-short';
}
