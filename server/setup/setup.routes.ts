import { getSetup, previewDemo, removeDemo, setUp } from '../../contract/setup.ts';
import { on, type Route } from '../http/door.ts';
import { getSetupAct, setUpAct } from './claim-installation.ts';
import { previewDemoAct, removeDemoAct } from './remove-demo.ts';

export const setupRoutes: Route[] = [
  on(getSetup, getSetupAct),
  on(setUp, setUpAct),
  on(previewDemo, previewDemoAct),
  on(removeDemo, removeDemoAct),
];
