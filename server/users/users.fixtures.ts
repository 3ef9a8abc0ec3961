import { displayName } from '../../contract/names.ts';
import { newId } from '../lib/ids.ts';
import { usernameFrom } from '../lib/usernames.ts';
import type { NewUser } from './users.sql.ts';

const names: [firstName: string, infix: string | null, lastName: string][] = [
  ['Marijke', 'van den', 'Berghuis'],
  ['Ömer', null, 'Şahin'],
  ['Siobhán', null, "O'Brien"],
  ['Jan Willem', "van 't", 'Hoogeland'],
  ['Linh', null, 'Nguyễn'],
  ['Anne-Marie', null, 'Hoekstra-van der Meer'],
];

// Below and far above what the database counts from, so that the two never meet.
let made = 0;
const firstNumber = 100_000_000;

/** A plausible person who does not exist, unlike any other of this process; `over` says what matters to the test. */
export function aUser(over: Partial<NewUser> = {}): NewUser {
  made += 1;
  const [firstName, infix, lastName] = names[made % names.length] ?? ['Jan', null, 'Jansen'];
  const name = { firstName, infix, lastName, ...over };
  const email =
    over.email ?? `${usernameFrom(displayName(name).replaceAll(' ', '.'))}.${made}@voorbeeld.example`;
  return {
    id: newId(),
    number: firstNumber + made,
    username: usernameFrom(email),
    salutation: null,
    phone: null,
    mobile: null,
    jobTitle: null,
    personnelNumber: null,
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    admin: false,
    activatedAt: Temporal.Now.instant().subtract({ hours: 24 * 30 }),
    ...name,
    email,
  };
}
