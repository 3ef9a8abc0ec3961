import {
  addPasskey,
  beginApp,
  beginPasskey,
  challengePasskey,
  confirmApp,
  getOwnSecondFactors,
  listOwnFactorKinds,
  proveAgain,
  proveSecondFactor,
  removeApp,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  signInWithPasskey,
} from '../../contract/second-factors.ts';
import { on, type Route } from '../http/door.ts';
import { addPasskeyAct, beginPasskeyAct } from './add-passkey.ts';
import { getOwnSecondFactorsAct, renamePasskeyAct, renewRecoveryCodesAct } from './own-factors.ts';
import { proveAgainAct } from './prove-again.ts';
import { listOwnFactorKindsAct, proveSecondFactorAct } from './prove-second-factor.ts';
import { removeAppAct, removePasskeyAct } from './remove-factors.ts';
import { beginAppAct, confirmAppAct } from './set-up-app.ts';
import { challengePasskeyAct, signInWithPasskeyAct } from './sign-in-with-passkey.ts';

export const secondFactorsRoutes: Route[] = [
  on(proveAgain, proveAgainAct),

  on(proveSecondFactor, proveSecondFactorAct),
  on(listOwnFactorKinds, listOwnFactorKindsAct),
  on(challengePasskey, challengePasskeyAct),
  on(signInWithPasskey, signInWithPasskeyAct),
  on(getOwnSecondFactors, getOwnSecondFactorsAct),
  on(beginApp, beginAppAct),
  on(confirmApp, confirmAppAct),
  on(removeApp, removeAppAct),
  on(beginPasskey, beginPasskeyAct),
  on(addPasskey, addPasskeyAct),
  on(renamePasskey, renamePasskeyAct),
  on(removePasskey, removePasskeyAct),
  on(renewRecoveryCodes, renewRecoveryCodesAct),
];
