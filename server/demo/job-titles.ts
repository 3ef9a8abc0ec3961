import type { DefaultRoleKey } from '../../contract/permissions.ts';

/** What people of the demo do, how many of each there are, and which user roles go with it. */
type Job = { nl: string; en: string; count: number; roles: DefaultRoleKey[] };

/** Few people each, so they come first; whoever is left gets one of `manyJobs`. */
export const rareJobs: readonly Job[] = [
  { nl: 'Directeur', en: 'Managing director', count: 1, roles: ['employee', 'auditor'] },
  { nl: 'Functioneel beheerder', en: 'Application manager', count: 2, roles: ['employee', 'key-user'] },
  {
    nl: 'Kwaliteitsmedewerker en key-user',
    en: 'Quality officer and key user',
    count: 2,
    roles: ['employee', 'key-user', 'auditor'],
  },
  { nl: 'HR-adviseur', en: 'HR adviser', count: 4, roles: ['employee', 'hr'] },
  { nl: 'Medewerker servicedesk', en: 'Service desk agent', count: 5, roles: ['employee', 'help-desk'] },
  { nl: 'Planner', en: 'Planner', count: 7, roles: ['employee', 'planner'] },
  { nl: 'Senior planner', en: 'Senior planner', count: 2, roles: ['employee', 'planner', 'supervisor'] },
  { nl: 'Teamleider', en: 'Team leader', count: 14, roles: ['employee', 'supervisor'] },
  { nl: 'Financieel medewerker', en: 'Finance officer', count: 5, roles: ['employee', 'finance'] },
  { nl: 'Controller', en: 'Controller', count: 2, roles: ['employee', 'finance', 'auditor'] },
  { nl: 'Externe accountant', en: 'External accountant', count: 1, roles: ['auditor'] },
];

export const manyJobs: readonly Omit<Job, 'count'>[] = [
  { nl: 'Medewerker klantenservice', en: 'Customer service agent', roles: ['employee'] },
  { nl: 'Monteur zonnepanelen', en: 'Solar panel fitter', roles: ['employee'] },
  { nl: 'Energiecoach', en: 'Energy coach', roles: ['employee'] },
  { nl: 'Medewerker klantenservice', en: 'Customer service agent', roles: ['employee'] },
  { nl: 'Projectleider warmte', en: 'Project manager heating', roles: ['employee'] },
  { nl: 'Data-analist', en: 'Data analyst', roles: ['employee'] },
  { nl: 'Communicatieadviseur', en: 'Communications adviser', roles: ['employee'] },
  { nl: 'Medewerker ledenadministratie', en: 'Membership administrator', roles: ['employee'] },
  { nl: 'Onderhoudstechnicus', en: 'Maintenance engineer', roles: ['employee'] },
  { nl: 'Vrijwilliger', en: 'Volunteer', roles: [] },
  { nl: 'Medewerker klantenservice', en: 'Customer service agent', roles: ['employee'] },
  { nl: 'Softwareontwikkelaar', en: 'Software developer', roles: ['employee'] },
  { nl: 'Buurtambassadeur', en: 'Neighbourhood ambassador', roles: ['employee'] },
  { nl: 'Stagiair', en: 'Trainee', roles: ['employee'] },
];
