import { exportAudit, listAudit, listHistory } from '../../contract/audit.ts';
import { getEmployeeChoices, listEmployees } from '../../contract/employees.ts';
import { getOverview } from '../../contract/overview.ts';
import { getColleague, getContactCard, getPeopleChoices, listPeople } from '../../contract/people.ts';
import { exportUserColumns, exportUsers, exportUserWorkbook, listUsers } from '../../contract/users.ts';
import { on, onStream, type Route } from '../http/door.ts';
import { getContactCardAct } from './contact-card.ts';
import { exportUserColumnsAct, exportUserWorkbookAct } from './export-columns.ts';
import { exportUsersAct } from './export-users.ts';
import { getOverviewAct } from './get-overview.ts';
import { exportAuditAct, listAuditAct, listHistoryAct } from './list-audit.ts';
import { getEmployeeChoicesAct, listEmployeesAct } from './list-employees.ts';
import { getColleagueAct, getPeopleChoicesAct, listPeopleAct } from './list-people.ts';
import { listUsersAct } from './list-users.ts';

export const directoryRoutes: Route[] = [
  on(listUsers, listUsersAct),
  onStream(exportUsers, exportUsersAct),
  onStream(exportUserColumns, exportUserColumnsAct),
  onStream(exportUserWorkbook, exportUserWorkbookAct),

  on(listAudit, listAuditAct),
  onStream(exportAudit, exportAuditAct),
  on(listHistory, listHistoryAct),
  on(getOverview, getOverviewAct),

  on(listEmployees, listEmployeesAct),
  on(getEmployeeChoices, getEmployeeChoicesAct),

  on(listPeople, listPeopleAct),
  on(getPeopleChoices, getPeopleChoicesAct),
  on(getColleague, getColleagueAct),
  onStream(getContactCard, getContactCardAct),
];
