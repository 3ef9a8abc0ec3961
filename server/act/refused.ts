import { type RefusalCode, refusals } from '../../contract/refusals.ts';
import type { TextValues } from '../../contract/texts.ts';

/** What is wrong with one field; `code` is a text key under `fields.`, or a whole key such as `password.common`. */
export type FieldRefusal = {
  field: string;
  code: string;
  values?: TextValues;
  about?: { id: string; name: string };
};

/** Muster refuses: thrown by acts, answered by the door as problem+json in the reader's language. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly fields: FieldRefusal[];
  readonly values: TextValues;
  /** After how many seconds it makes sense to ask again, where that is known. */
  readonly retryAfter: number | null;

  constructor(
    code: RefusalCode,
    more: { fields?: FieldRefusal[]; values?: TextValues; retryAfter?: number } = {},
  ) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.status = refusals[code];
    this.fields = more.fields ?? [];
    this.values = more.values ?? {};
    this.retryAfter = more.retryAfter ?? null;
  }
}

/** Refuses because of one field: the same code for the call and the field. */
export function refuseField(code: RefusalCode, field: string, about?: FieldRefusal['about']): Refused {
  return new Refused(code, { fields: [{ field, code, ...(about ? { about } : {}) }] });
}
