import { sendTestMail } from '../../contract/mail.ts';
import { on, type Route } from '../http/door.ts';
import { sendTestMailAct } from './send-test-mail.ts';

export const outboxRoutes: Route[] = [on(sendTestMail, sendTestMailAct)];
