import type { Activity } from '../../contract/work.ts';
import { aWord, capital, type Person, succeed } from './people.ts';
import type { Caller } from './stage.ts';

/** Makes something through the API. */
export async function make<T>({ api }: Caller, path: string, input: object): Promise<T> {
  const answer = await api.post<T>(path, input);
  if (answer.status !== 201) throw new Error(answer.raw);
  return answer.body;
}

/** A team of one, and something to do. */
export async function aTeam(admin: Caller, person: Person) {
  const name = capital(aWord());
  const team = await make<{ id: string }>(admin, '/groups', { kind: 'team', name });
  await succeed(admin.api.post(`/groups/${team.id}/members`, { users: [person.id], since: '2020-01-01' }));
  const activity = await make<Activity>(admin, '/activities', { name: capital(aWord()), colour: '#2563a8' });
  return { team, activity };
}
