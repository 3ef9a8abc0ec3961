import { checkShiftFile, importShiftFile } from '../../contract/shift-files.ts';
import { on, type Route } from '../http/door.ts';
import { checkShiftFileAct, importShiftFileAct } from './import-shifts.ts';

export const shiftFilesRoutes: Route[] = [
  on(checkShiftFile, checkShiftFileAct),
  on(importShiftFile, importShiftFileAct),
];
