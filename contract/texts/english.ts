import { actionsEn } from './actions.ts';
import { auditEn } from './audit.ts';
import { billingEn } from './billing.ts';
import { bulkEn } from './bulk.ts';
import { calendarsEn } from './calendars.ts';
import { groupsEn } from './groups.ts';
import { importsPageEn } from './imports-page.ts';
import { importsResultEn } from './imports-result.ts';
import { invitationsEn } from './invitations.ts';
import { mailPageEn } from './mail-page.ts';
import { mailsEn } from './mails.ts';
import { namesOfThingsEn } from './names-of-things.ts';
import { organisationsEn } from './organisations.ts';
import { organisationsOfUserEn } from './organisations-of-user.ts';
import { overviewEn } from './overview.ts';
import { peopleEn } from './people.ts';
import { permissionsEn } from './permissions.ts';
import { personnelFilePeopleEn } from './personnel-file-people.ts';
import { personnelFileRunsEn } from './personnel-file-runs.ts';
import { personnelFileTroublesEn } from './personnel-file-troubles.ts';
import { personnelFilesEn } from './personnel-files.ts';
import { profileEn } from './profile.ts';
import { refusalsEn } from './refusals.ts';
import { refusalsFieldsEn } from './refusals-fields.ts';
import { refusalsPeopleEn } from './refusals-people.ts';
import { refusalsWorkEn } from './refusals-work.ts';
import { rolesPageEn } from './roles-page.ts';
import { scheduleEn } from './schedule.ts';
import { settingsEn } from './settings.ts';
import { setupEn } from './setup.ts';
import { shiftFilesEn } from './shift-files.ts';
import { signInEn } from './sign-in.ts';
import { tokensEn } from './tokens.ts';
import { twoFactorEn } from './two-factor.ts';
import { twoFactorPagesEn } from './two-factor-pages.ts';
import { usersEndingEn } from './users-ending.ts';
import { usersFiltersEn } from './users-filters.ts';
import { usersFormEn } from './users-form.ts';
import { usersListEn } from './users-list.ts';
import { usersPageEn } from './users-page.ts';
import { usersSecurityEn } from './users-security.ts';
import { viewsEn } from './views.ts';
import { webEn } from './web.ts';
import { workEn } from './work.ts';

/** Every text in English: its keys are the keys of all. */
export const english = {
  ...actionsEn,
  ...auditEn,
  ...billingEn,
  ...bulkEn,
  ...calendarsEn,
  ...groupsEn,
  ...invitationsEn,
  ...importsPageEn,
  ...importsResultEn,
  ...mailPageEn,
  ...mailsEn,
  ...namesOfThingsEn,
  ...organisationsEn,
  ...organisationsOfUserEn,
  ...overviewEn,
  ...permissionsEn,
  ...personnelFilesEn,
  ...personnelFilePeopleEn,
  ...personnelFileRunsEn,
  ...personnelFileTroublesEn,
  ...profileEn,
  ...refusalsEn,
  ...refusalsFieldsEn,
  ...refusalsPeopleEn,
  ...refusalsWorkEn,
  ...peopleEn,
  ...rolesPageEn,
  ...scheduleEn,
  ...settingsEn,
  ...setupEn,
  ...shiftFilesEn,
  ...signInEn,
  ...twoFactorEn,
  ...twoFactorPagesEn,
  ...tokensEn,
  ...usersListEn,
  ...usersFiltersEn,
  ...usersFormEn,
  ...usersPageEn,
  ...usersSecurityEn,
  ...usersEndingEn,
  ...viewsEn,
  ...webEn,
  ...workEn,
};
