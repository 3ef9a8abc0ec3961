import type { OutputOf } from '../../contract/endpoint.ts';
import type { getMail, listMail } from '../../contract/mail.ts';
import type { Person } from './people.ts';
import type { Caller } from './stage.ts';

/** The address of the newest mail to somebody, and of the link in it. */
export async function findMail({ api }: Caller, user: Person) {
  const { body } = await api.get<OutputOf<typeof listMail>>(`/mail?user=${user.id}`);
  const id = body.items[0]?.id;
  const { body: mail } = await api.get<OutputOf<typeof getMail>>(`/mail/${id}`);
  return { path: `/mail/${id}`, link: mail.link ?? '' };
}
