import {
  exportBulkPeople,
  getBulk,
  listBulk,
  listBulkPeople,
  prepareBulk,
  startBulk,
  stopBulk,
} from '../../contract/bulk.ts';
import { on, onStream, type Route } from '../http/door.ts';
import { prepareBulkAct } from './prepare-bulk.ts';
import { exportBulkPeopleAct, getBulkAct, listBulkAct, listBulkPeopleAct } from './read-bulk.ts';
import { startBulkAct, stopBulkAct } from './start-bulk.ts';

export const bulkRoutes: Route[] = [
  on(prepareBulk, prepareBulkAct),
  on(listBulk, listBulkAct),
  on(getBulk, getBulkAct),
  on(listBulkPeople, listBulkPeopleAct),
  onStream(exportBulkPeople, exportBulkPeopleAct),
  on(startBulk, startBulkAct),
  on(stopBulk, stopBulkAct),
];
