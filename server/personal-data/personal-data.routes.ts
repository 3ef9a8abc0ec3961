import {
  exportOwnData,
  exportOwnDataPage,
  exportPersonalData,
  exportPersonalDataPage,
} from '../../contract/personal-data.ts';
import { onStream, type Route } from '../http/door.ts';
import {
  exportOwnDataAct,
  exportOwnDataPageAct,
  exportPersonalDataAct,
  exportPersonalDataPageAct,
} from './export-personal-data.ts';

export const personalDataRoutes: Route[] = [
  onStream(exportPersonalDataPage, exportPersonalDataPageAct),
  onStream(exportPersonalData, exportPersonalDataAct),
  onStream(exportOwnDataPage, exportOwnDataPageAct),
  onStream(exportOwnData, exportOwnDataAct),
];
