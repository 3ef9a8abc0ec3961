import * as accounts from './accounts.ts';
import * as audit from './audit.ts';
import * as billing from './billing.ts';
import * as bulk from './bulk.ts';
import * as calendars from './calendars.ts';
import * as employees from './employees.ts';
import type { Endpoint } from './endpoint.ts';
import * as groups from './groups.ts';
import * as imports from './imports.ts';
import * as logo from './logo.ts';
import * as mail from './mail.ts';
import * as organisations from './organisations.ts';
import * as overview from './overview.ts';
import * as people from './people.ts';
import * as personalData from './personal-data.ts';
import * as personnelFiles from './personnel-files.ts';
import * as photos from './photos.ts';
import * as profile from './profile.ts';
import * as requests from './requests.ts';
import * as roles from './roles.ts';
import * as schedule from './schedule.ts';
import * as secondFactors from './second-factors.ts';
import * as sessions from './sessions.ts';
import * as settings from './settings.ts';
import * as setup from './setup.ts';
import * as shiftFiles from './shift-files.ts';
import * as signIn from './sign-in.ts';
import * as tokens from './tokens.ts';
import * as users from './users.ts';
import * as views from './views.ts';
import * as work from './work.ts';

const features = [
  setup,
  signIn,
  secondFactors,
  profile,
  sessions,
  tokens,
  users,
  accounts,
  personalData,
  bulk,
  views,
  roles,
  organisations,
  requests,
  groups,
  imports,
  personnelFiles,
  mail,
  audit,
  settings,
  logo,
  overview,
  billing,
  work,
  employees,
  schedule,
  people,
  photos,
  shiftFiles,
  calendars,
];

/** Every call of the API, in the order of the features: OpenAPI and the tests over all doors walk this. */
export const calls: readonly Endpoint[] = features.flatMap((feature) =>
  Object.values(feature).filter(isEndpoint),
);

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'may' in value && 'path' in value;
}
