import { z } from 'zod';
import { cleanName } from './names.ts';

/** A line of text as a person types it: cleaned, of at most so many characters. */
function line(maximum: number) {
  return z
    .string()
    .max(100_000, { error: 'too-long' })
    .transform(cleanName)
    .pipe(z.string().max(maximum, { error: 'too-long' }));
}

/** The same, and not empty. */
export function requiredLine(maximum: number) {
  return line(maximum).pipe(z.string().min(1, { error: 'required' }));
}

/** The same, where empty text means "nothing". */
export function optionalLine(maximum: number) {
  return z.union([z.null(), line(maximum)]).transform((text) => (text === '' ? null : text));
}
