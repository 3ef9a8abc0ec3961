import {
  exportBilling,
  getBilling,
  listBilledOrganisations,
  listBilledPeople,
  listCorrections,
} from '../../contract/billing.ts';
import { on, onStream, type Route } from '../http/door.ts';
import {
  exportBillingAct,
  getBillingAct,
  listBilledOrganisationsAct,
  listBilledPeopleAct,
} from './billing.ts';
import { listCorrectionsAct } from './list-corrections.ts';

export const billingRoutes: Route[] = [
  on(getBilling, getBillingAct),
  on(listBilledOrganisations, listBilledOrganisationsAct),
  on(listBilledPeople, listBilledPeopleAct),
  onStream(exportBilling, exportBillingAct),
  on(listCorrections, listCorrectionsAct),
];
