import {
  endCalendar,
  endOwnCalendar,
  exportTeamCalendar,
  exportUserCalendar,
  getCalendar,
  getOwnCalendar,
  makeOwnCalendar,
  readCalendar,
} from '../../contract/calendars.ts';
import { on, onStream, type Route } from '../http/door.ts';
import {
  endCalendarAct,
  endOwnCalendarAct,
  getCalendarAct,
  getOwnCalendarAct,
  makeOwnCalendarAct,
} from './change-links.ts';
import { exportTeamCalendarAct, exportUserCalendarAct, readCalendarAct } from './export-calendars.ts';

export const calendarsRoutes: Route[] = [
  on(getOwnCalendar, getOwnCalendarAct),
  on(makeOwnCalendar, makeOwnCalendarAct),
  on(endOwnCalendar, endOwnCalendarAct),
  on(getCalendar, getCalendarAct),
  on(endCalendar, endCalendarAct),
  onStream(readCalendar, readCalendarAct),
  onStream(exportTeamCalendar, exportTeamCalendarAct),
  onStream(exportUserCalendar, exportUserCalendarAct),
];
