import type { getMail } from '../../contract/mail.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { readMailServer } from '../settings/mail-server.ts';
import { publicAddress } from '../settings/public-address.ts';
import { readSettings } from '../settings/read-settings.ts';
import { isLinkAlive } from './claims.sql.ts';
import { describeMail, type Visible } from './describe-mail.ts';
import { type FoundMail, findMail } from './mails.sql.ts';
import { fillMarks } from './marks.ts';

/**
 * One mail as it goes out. Whoever reads a link can take over the account: it is masked, except for people with
 * admin access while there is no mail server, which is written down.
 */
export function getMailAct(visible: Visible): Act<typeof getMail> {
  return async (db, actor, { id }) => {
    const mail = await findMail(db, id, visible(actor));
    if (!mail) throw new Refused('mail.not-found');
    const settings = await readSettings(db);
    const link = await openLink(db, actor, mail);
    return {
      ...describeMail(mail, actor),
      ...fillMarks(mail, link, mail.time_zone ?? settings.timeZone),
      link,
      linkExpiresAt: mail.link_expires_at?.toString() ?? null,
      mayResend: actor.permissions.has('mail.resend') && mail.state !== 'held' && hasPurpose(mail),
    };
  };
}

/** False where sending it again would make no sense: the account is active, or has another address by now. */
function hasPurpose({ kind, to_address, email, pending_email, activated_at }: FoundMail): boolean {
  if (kind === 'activation' || kind === 'reminder') return activated_at === null && email === to_address;
  if (kind === 'reset') return activated_at !== null && email === to_address;
  if (kind === 'email-confirm') return pending_email === to_address;
  return kind !== 'test';
}

async function openLink(db: Db, actor: Actor, mail: FoundMail): Promise<string | null> {
  if (!actor.admin || mail.link_path === null || (await readMailServer(db))) return null;
  if (!(await isLinkAlive(db, mail.id))) return null;
  await transact(db, (transaction) =>
    recordDeeds(transaction, actor, [
      { action: 'mail.link-opened', target: { kind: 'mail', id: mail.id }, about: mail.user_id },
    ]),
  );
  return publicAddress() + mail.link_path;
}
