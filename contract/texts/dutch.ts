import { actionsNl } from './actions.ts';
import { auditNl } from './audit.ts';
import { billingNl } from './billing.ts';
import { bulkNl } from './bulk.ts';
import { calendarsNl } from './calendars.ts';
import type { english } from './english.ts';
import { groupsNl } from './groups.ts';
import { importsPageNl } from './imports-page.ts';
import { importsResultNl } from './imports-result.ts';
import { invitationsNl } from './invitations.ts';
import { mailPageNl } from './mail-page.ts';
import { mailsNl } from './mails.ts';
import { namesOfThingsNl } from './names-of-things.ts';
import { organisationsNl } from './organisations.ts';
import { organisationsOfUserNl } from './organisations-of-user.ts';
import { overviewNl } from './overview.ts';
import { peopleNl } from './people.ts';
import { permissionsNl } from './permissions.ts';
import { personnelFilePeopleNl } from './personnel-file-people.ts';
import { personnelFileRunsNl } from './personnel-file-runs.ts';
import { personnelFileTroublesNl } from './personnel-file-troubles.ts';
import { personnelFilesNl } from './personnel-files.ts';
import { profileNl } from './profile.ts';
import { refusalsNl } from './refusals.ts';
import { refusalsFieldsNl } from './refusals-fields.ts';
import { refusalsPeopleNl } from './refusals-people.ts';
import { refusalsWorkNl } from './refusals-work.ts';
import { rolesPageNl } from './roles-page.ts';
import { scheduleNl } from './schedule.ts';
import { settingsNl } from './settings.ts';
import { setupNl } from './setup.ts';
import { shiftFilesNl } from './shift-files.ts';
import { signInNl } from './sign-in.ts';
import { tokensNl } from './tokens.ts';
import { twoFactorNl } from './two-factor.ts';
import { twoFactorPagesNl } from './two-factor-pages.ts';
import { usersEndingNl } from './users-ending.ts';
import { usersFiltersNl } from './users-filters.ts';
import { usersFormNl } from './users-form.ts';
import { usersListNl } from './users-list.ts';
import { usersPageNl } from './users-page.ts';
import { usersSecurityNl } from './users-security.ts';
import { viewsNl } from './views.ts';
import { webNl } from './web.ts';
import { workNl } from './work.ts';

/** Every text in Dutch; a missing one does not compile. */
export const dutch = {
  ...actionsNl,
  ...auditNl,
  ...billingNl,
  ...bulkNl,
  ...calendarsNl,
  ...groupsNl,
  ...invitationsNl,
  ...importsPageNl,
  ...importsResultNl,
  ...mailPageNl,
  ...mailsNl,
  ...namesOfThingsNl,
  ...organisationsNl,
  ...organisationsOfUserNl,
  ...overviewNl,
  ...permissionsNl,
  ...personnelFilesNl,
  ...personnelFilePeopleNl,
  ...personnelFileRunsNl,
  ...personnelFileTroublesNl,
  ...profileNl,
  ...refusalsNl,
  ...refusalsFieldsNl,
  ...refusalsPeopleNl,
  ...refusalsWorkNl,
  ...peopleNl,
  ...rolesPageNl,
  ...scheduleNl,
  ...settingsNl,
  ...setupNl,
  ...shiftFilesNl,
  ...signInNl,
  ...twoFactorNl,
  ...twoFactorPagesNl,
  ...tokensNl,
  ...usersListNl,
  ...usersFiltersNl,
  ...usersFormNl,
  ...usersPageNl,
  ...usersSecurityNl,
  ...usersEndingNl,
  ...viewsNl,
  ...webNl,
  ...workNl,
} satisfies Record<keyof typeof english, string>;
