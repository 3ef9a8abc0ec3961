import type { MailKind, MailListed } from '../../contract/mail.ts';
import { displayName } from '../../contract/names.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import type { Actor } from '../act/actor.ts';
import type { FoundMail, MailFilter } from './mails.sql.ts';

/** Which people this actor may know of; given by a folder further down, which knows organisations. */
export type Visible = (actor: Actor) => MailFilter;

/** A stored mail as the lists show it, in the reader's language. */
export function describeMail(mail: FoundMail, { language }: Actor): MailListed {
  return {
    id: mail.id,
    kind: mail.kind as MailKind,
    to: mail.to_address,
    user: mail.user_id === null ? null : { id: mail.user_id, name: nameOf(mail) },
    subject: mail.subject,
    state: mail.state,
    failure:
      mail.failure !== null && isTextKey(mail.failure) ? translate(language, mail.failure) : mail.failure,
    attempts: mail.attempts,
    nextTryAt: mail.next_try_at?.toString() ?? null,
    createdAt: mail.created_at.toString(),
    sentAt: mail.sent_at?.toString() ?? null,
  };
}

function nameOf({ first_name, infix, last_name }: FoundMail): string {
  return displayName({ firstName: first_name ?? '', infix, lastName: last_name ?? '' });
}
