import { accountsJobs } from './accounts/accounts.jobs.ts';
import { bulkJobs } from './bulk/bulk.jobs.ts';
import { directoryJobs } from './directory/directory.jobs.ts';
import { importsJobs } from './imports/imports.jobs.ts';
import { invitationsJobs } from './invitations/invitations.jobs.ts';
import type { Job } from './jobs/job.ts';
import { outboxJobs } from './outbox/outbox.jobs.ts';
import { personnelFilesJobs } from './personnel-files/personnel-files.jobs.ts';
import { secondFactorJobs } from './second-factors/second-factors.jobs.ts';
import { signInJobs } from './sign-in/sign-in.jobs.ts';
import { usersJobs } from './users/users.jobs.ts';

/** Every kind of job there is. */
export const allJobs: readonly Job[] = [
  ...directoryJobs,
  ...bulkJobs,
  ...outboxJobs,
  ...usersJobs,
  ...signInJobs,
  ...secondFactorJobs,
  ...importsJobs,
  ...invitationsJobs,
  ...accountsJobs,
  ...personnelFilesJobs,
];
