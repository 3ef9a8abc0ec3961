import { type FieldRefusal, Refused } from '../act/refused.ts';
import { assertUsername } from '../users/choose-username.ts';

type Typed = { phone?: string | null; mobile?: string | null; username?: string };

/** Refuses, each at its field, what no shape can tell: a phone number that cannot be called, a reserved username. */
export async function assertPerson({ phone, mobile, username }: Typed): Promise<void> {
  const wrong: FieldRefusal[] = [];
  for (const [field, number] of Object.entries({ phone, mobile })) {
    if (number && !(await isPhone(number))) wrong.push({ field, code: 'fields.phone' });
  }
  if (wrong.length > 0) throw new Refused('request.invalid', { fields: wrong });
  if (username !== undefined) assertUsername(username);
}

async function isPhone(number: string): Promise<boolean> {
  return (await import('../../contract/phones.ts')).isPhone(number);
}
