import { getMail, listMail, resendMail, sendTestMail } from '../../contract/mail.ts';
import { on, type Route } from '../http/door.ts';
import type { Visible } from './describe-mail.ts';
import { getMailAct } from './get-mail.ts';
import { listMailAct } from './list-mail.ts';
import { type RenewLink, resendMailAct } from './resend-mail.ts';
import { sendTestMailAct } from './send-test-mail.ts';

/** The calls of mail; whom an actor may know of and how links are made is decided further down. */
export function outboxRoutes(visible: Visible, renewLink: RenewLink): Route[] {
  return [
    on(sendTestMail, sendTestMailAct),
    on(listMail, listMailAct(visible)),
    on(getMail, getMailAct(visible)),
    on(resendMail, resendMailAct(visible, renewLink)),
  ];
}
