import type { FieldProblem, Problem } from '../../contract/refusals.ts';
import type { Language } from '../../contract/shapes.ts';
import { isTextKey, type TextValues, translate } from '../../contract/texts.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';

/** RFC 9457 problem details of a refusal, in the reader's language. */
export function writeProblem(refused: Refused, language: Language): Problem {
  const current = refused.values.current;
  return {
    type: `/api/docs#${refused.code}`,
    title: refused.code,
    status: refused.status,
    code: refused.code,
    detail: say(refused.code, language, refused.values),
    ...(refused.fields.length > 0
      ? { fields: refused.fields.map((field) => writeField(field, language)) }
      : {}),
    ...(typeof current === 'number' ? { current } : {}),
  };
}

function writeField({ field, code, values, about }: FieldRefusal, language: Language): FieldProblem {
  return { field, code, message: say(code, language, values), ...(about ? { about } : {}) };
}

function say(key: string, language: Language, values: TextValues = {}): string {
  if (!isTextKey(key)) return translate(language, 'fields.invalid');
  return translate(language, key, { maximum: 0, minimum: 0, ...values });
}

const databaseAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // admin_shutdown, crash_shutdown, cannot_connect_now, too_many_connections, read_only_sql_transaction
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '25006',
]);

// character_not_in_repertoire, untranslatable_character, invalid_datetime_format, datetime_field_overflow: no shape
// can know them all.
const impossibleValue = new Set(['22021', '22P05', '22007', '22008']);

/** What a failure means for the one who asked: a refusal where we know why, otherwise null. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  // 40P01: deadlock_detected; the other one went on, and this one can simply be done again.
  if (code === 'busy' || code === '40P01') return new Refused('server.busy');
  if (impossibleValue.has(code)) return new Refused('request.invalid');
  if (
    databaseAway.has(code) ||
    code.startsWith('08') ||
    /connection (timeout|terminated)|exceeded when trying to connect|not queryable/i.test(error.message)
  ) {
    return new Refused('server.unavailable');
  }
  if (error instanceof AggregateError) return refusalOf(error.errors[0]);
  return fastifyRefusal(code, 'statusCode' in error ? Number(error.statusCode) : 0);
}

function fastifyRefusal(code: string, status: number): Refused | null {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refused('request.media-type');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return new Refused('request.too-large');
  if (status === 429) return new Refused('request.too-many');
  if (status === 503) return new Refused('server.busy');
  if (status >= 400 && status < 500) return new Refused('request.invalid');
  return null;
}
