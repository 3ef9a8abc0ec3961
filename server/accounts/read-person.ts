import { isPhone } from '../../contract/phones.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';
import { assertUsername } from '../users/choose-username.ts';

type Typed = { phone?: string | null; mobile?: string | null; username?: string };

/** Refuses, each at its field, what no shape can tell: a phone number that cannot be called, a reserved username. */
export function assertPerson({ phone, mobile, username }: Typed): void {
  const wrong: FieldRefusal[] = Object.entries({ phone, mobile })
    .filter(([, number]) => number && !isPhone(number))
    .map(([field]) => ({ field, code: 'fields.phone' }));
  if (wrong.length > 0) throw new Refused('request.invalid', { fields: wrong });
  if (username !== undefined) assertUsername(username);
}
