import { listStaffMemberships } from '../../contract/employees.ts';
import {
  changeShift,
  createShift,
  deleteShift,
  exportShifts,
  getSchedule,
  getScheduleChoices,
  getShift,
} from '../../contract/schedule.ts';
import {
  changeActivity,
  changeSkill,
  createActivity,
  createSkill,
  deleteActivity,
  deleteSkill,
  getWork,
  listActivities,
  listSkills,
  setAvailability,
  setUserActivities,
  setUserSkills,
} from '../../contract/work.ts';
import { on, onStream, type Route } from '../http/door.ts';
import {
  changeActivityAct,
  createActivityAct,
  deleteActivityAct,
  listActivitiesAct,
} from './change-activities.ts';
import { changeShiftAct, createShiftAct, deleteShiftAct, getShiftAct } from './change-shifts.ts';
import { changeSkillAct, createSkillAct, deleteSkillAct, listSkillsAct } from './change-skills.ts';
import { exportShiftsAct } from './export-shifts.ts';
import { getScheduleAct, getScheduleChoicesAct } from './get-schedule.ts';
import {
  getWorkAct,
  listStaffMembershipsAct,
  setAvailabilityAct,
  setUserActivitiesAct,
  setUserSkillsAct,
} from './user-work.ts';

export const workRoutes: Route[] = [
  on(listStaffMemberships, listStaffMembershipsAct),
  on(getWork, getWorkAct),
  on(setUserActivities, setUserActivitiesAct),
  on(setUserSkills, setUserSkillsAct),
  on(setAvailability, setAvailabilityAct),
  on(listActivities, listActivitiesAct),
  on(createActivity, createActivityAct),
  on(changeActivity, changeActivityAct),
  on(deleteActivity, deleteActivityAct),
  on(listSkills, listSkillsAct),
  on(createSkill, createSkillAct),
  on(changeSkill, changeSkillAct),
  on(deleteSkill, deleteSkillAct),

  on(getScheduleChoices, getScheduleChoicesAct),
  on(getSchedule, getScheduleAct),
  onStream(exportShifts, exportShiftsAct),
  on(getShift, getShiftAct),
  on(createShift, createShiftAct),
  on(changeShift, changeShiftAct),
  on(deleteShift, deleteShiftAct),
];
