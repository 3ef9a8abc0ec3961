import { getLogo, removeLogo, setLogo } from '../../contract/logo.ts';
import { on, onPicture, type Route } from '../http/door.ts';
import { getLogoAct, removeLogoAct, setLogoAct } from './change-logo.ts';

export const logoRoutes: Route[] = [
  onPicture(getLogo, getLogoAct),
  on(setLogo, setLogoAct),
  on(removeLogo, removeLogoAct),
];
