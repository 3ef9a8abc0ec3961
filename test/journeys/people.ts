import { randomInt } from 'node:crypto';
import type { Language } from '../../contract/shapes.ts';
import type { User } from '../../contract/user-shapes.ts';
import { type Client, makeClient } from '../client.ts';

/** Somebody in a journey, and how they sign in. */
export type Person = { id: string; name: string; email: string; password: string; language: Language };

/** Good for everybody whose name or address it does not hold. */
export const password = 'Kastanje-7-fluit';

export type Wanted = Partial<
  Pick<User, 'firstName' | 'infix' | 'lastName' | 'email' | 'language' | 'admin'>
> & {
  /** Not activated: nobody has chosen a password yet. */
  pending?: boolean;
  mustChange?: boolean;
  roles?: string[];
  startsOn?: string;
};

/** Makes somebody through the API, without any mail. Names are new each time, so that journeys do not meet. */
export async function aPerson(by: Client, wanted: Wanted = {}): Promise<Person> {
  const { pending = false, mustChange = false, admin = false, ...typed } = wanted;
  const lastName = typed.lastName ?? capital(aWord());
  const input = { firstName: capital(aWord()), email: `${lastName}@example.org`.toLowerCase(), ...typed };
  const made = await by.post<User>('/users', { ...input, lastName, sendWelcomeMail: false });
  if (made.status !== 201) throw new Error(made.raw);
  const { id, name, email, language } = made.body;
  if (!pending) await succeed(by.post(`/users/${id}/password`, { password, mustChange }));
  if (admin) {
    // Whoever signed in when the journeys began proved it too long ago.
    await succeed(by.post('/session/proof', { password }));
    await succeed(by.put(`/users/${id}/admin-access`, { granted: true }));
  }
  return { id, name, email, password, language };
}

/** A client with the session of this person. */
export async function signIn(base: string, person: Pick<Person, 'email' | 'password'>): Promise<Client> {
  const client = makeClient(base);
  await succeed(client.post('/session', { identifier: person.email, password: person.password }));
  return client;
}

/** Types three wrong passwords, which locks the account. */
export async function lockOut(base: string, { email }: Person): Promise<void> {
  const client = makeClient(base);
  for (const wrong of ['Mis-1-a', 'Mis-2-b', 'Mis-3-c']) {
    await client.post('/session', { identifier: email, password: wrong });
  }
  client.close();
}

/** Throws unless the call was answered well. */
export async function succeed(answer: ReturnType<Client['get']>): Promise<void> {
  const { status, raw } = await answer;
  if (status >= 300) throw new Error(`${status} ${raw}`);
}

/** A made-up word that nobody else in these journeys has. */
export function aWord(): string {
  const one = (letters: string) => letters.charAt(randomInt(letters.length));
  return Array.from({ length: 4 }, () => one('bdfgklmnprstvwz') + one('aeiou')).join('');
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
