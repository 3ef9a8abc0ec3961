import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { listDeciders, type StoredRequest } from '../members/requests.sql.ts';
import { putMail, putMails } from '../outbox/put-mail.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';

type Asked = { organisation: { name: string }; email: string; note?: string | null | undefined };

/** Tells everybody who can decide, each in their own language, that somebody asks for a new member. */
export async function tellDeciders(
  transaction: Db,
  actor: Actor,
  { organisation, email, note }: Asked,
  day: string,
): Promise<void> {
  const by = await nameOfActor(transaction, actor);
  const deciders = (await listDeciders(transaction, day)).filter(({ id }) => id !== actor.userId);
  await putMails(
    transaction,
    deciders.map((decider) => ({
      mail: {
        kind: 'request-made' as const,
        ...to(decider),
        values: {
          firstName: decider.first_name,
          by,
          belongsTo: organisation.name,
          about: email,
          note: note || '',
          hasNote: Boolean(note),
        },
      },
      held: false,
      sender: null,
    })),
  );
}

/** Tells who asked what was decided. */
export async function tellAsker(
  transaction: Db,
  actor: Actor,
  request: StoredRequest,
  approved: boolean,
): Promise<void> {
  const asker = request.requested_by && (await findUser(transaction, request.requested_by.id));
  if (!asker) return;
  await putMail(transaction, {
    kind: 'request-decided',
    ...to(asker),
    values: {
      firstName: asker.first_name,
      by: await nameOfActor(transaction, actor),
      belongsTo: request.organisation.name,
      about: request.email,
      approved,
    },
  });
}

function to(person: UserRow) {
  const { id, email, language } = person;
  return { user: { id, name: nameOf(person), email }, to: email, language };
}

async function nameOfActor(db: Db, actor: Actor): Promise<string | null> {
  const by = actor.userId ? await findUser(db, actor.userId) : undefined;
  return by ? nameOf(by) : null;
}
