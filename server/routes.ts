import { verifyAudit } from '../contract/audit.ts';
import { getMail, listMail, resendMail } from '../contract/mail.ts';
import { changeSettings, getBranding, getChoices, getSettings } from '../contract/settings.ts';
import { accountsRoutes } from './accounts/accounts.routes.ts';
import { verifyAuditAct } from './audit/verify-audit.ts';
import { billingRoutes } from './billing/billing.routes.ts';
import { bulkRoutes } from './bulk/bulk.routes.ts';
import { calendarsRoutes } from './calendars/calendars.routes.ts';
import { directoryRoutes } from './directory/directory.routes.ts';
import { groupsRoutes } from './groups/groups.routes.ts';
import { on, type Route } from './http/door.ts';
import { importsRoutes } from './imports/imports.routes.ts';
import { invitationsRoutes } from './invitations/invitations.routes.ts';
import { renewMailLink } from './invitations/renew-mail-link.ts';
import { logoRoutes } from './logo/logo.routes.ts';
import { membersRoutes } from './members/members.routes.ts';
import { visibleUsers } from './members/visible-users.ts';
import { getMailAct } from './outbox/get-mail.ts';
import { listMailAct } from './outbox/list-mail.ts';
import { outboxRoutes } from './outbox/outbox.routes.ts';
import { resendMailAct } from './outbox/resend-mail.ts';
import { personalDataRoutes } from './personal-data/personal-data.routes.ts';
import { personnelFilesRoutes } from './personnel-files/personnel-files.routes.ts';
import { photosRoutes } from './photos/photos.routes.ts';
import { rolesRoutes } from './roles/roles.routes.ts';
import { secondFactorsRoutes } from './second-factors/second-factors.routes.ts';
import { getBrandingAct, getChoicesAct } from './settings/branding.ts';
import { changeSettingsAct, getSettingsAct } from './settings/change-settings.ts';
import { setupRoutes } from './setup/setup.routes.ts';
import { shiftFilesRoutes } from './shift-files/shift-files.routes.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { viewsRoutes } from './views/views.routes.ts';
import { workRoutes } from './work/work.routes.ts';

/** Mail stands above people in the order: who may be seen, and how a link is made anew, is handed to it here. */
const mailRoutes: Route[] = [
  on(listMail, listMailAct(visibleUsers)),
  on(getMail, getMailAct(visibleUsers)),
  on(resendMail, resendMailAct(visibleUsers, renewMailLink)),
];

/** Settings and the audit log stand above HTTP in the order, which needs them itself. */
const routesAboveHttp: Route[] = [
  on(verifyAudit, verifyAuditAct),
  on(getSettings, getSettingsAct),
  on(changeSettings, changeSettingsAct),
  on(getBranding, getBrandingAct),
  on(getChoices, getChoicesAct),
];

/** Every call with the act that answers it; who may make it stands in the contract. */
export const routes: Route[] = [
  ...outboxRoutes,
  ...rolesRoutes,
  ...membersRoutes,
  ...groupsRoutes,
  ...workRoutes,
  ...signInRoutes,
  ...secondFactorsRoutes,
  ...photosRoutes,
  ...logoRoutes,
  ...calendarsRoutes,
  ...invitationsRoutes,
  ...accountsRoutes,
  ...directoryRoutes,
  ...personalDataRoutes,
  ...viewsRoutes,
  ...bulkRoutes,
  ...importsRoutes,
  ...personnelFilesRoutes,
  ...shiftFilesRoutes,
  ...billingRoutes,
  ...setupRoutes,
  ...mailRoutes,
  ...routesAboveHttp,
];
