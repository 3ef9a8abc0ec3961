import { activateAccount, confirmEmail, inspectLink, renewLink } from '../../contract/sign-in.ts';
import { on, type Route } from '../http/door.ts';
import { activateAccountAct } from './activate-account.ts';
import { confirmEmailAct } from './confirm-email.ts';
import { inspectLinkAct, renewLinkAct } from './links.ts';

export const invitationsRoutes: Route[] = [
  on(activateAccount, activateAccountAct),
  on(inspectLink, inspectLinkAct),
  on(renewLink, renewLinkAct),
  on(confirmEmail, confirmEmailAct),
];
