import {
  endOtherSessions,
  endOwnSession,
  endSession,
  endSessions,
  listOwnSessions,
  listSessions,
} from '../../contract/sessions.ts';
import {
  changeOwnPassword,
  estimatePassword,
  forgotPassword,
  getSession,
  resetPassword,
  signIn,
  signOut,
} from '../../contract/sign-in.ts';
import { createToken, endOwnToken, endToken, listOwnTokens, listTokens } from '../../contract/tokens.ts';
import { on, type Route } from '../http/door.ts';
import {
  createTokenAct,
  endOwnTokenAct,
  endTokenAct,
  listOwnTokensAct,
  listTokensAct,
} from './api-tokens.ts';
import { changeOwnPasswordAct } from './change-own-password.ts';
import { estimatePasswordAct } from './estimate-password.ts';
import { forgotPasswordAct, resetPasswordAct } from './forgot-password.ts';
import { getSessionAct, signOutAct } from './own-session.ts';
import { signInAct } from './sign-in.ts';
import {
  endOtherSessionsAct,
  endOwnSessionAct,
  endSessionAct,
  endSessionsAct,
  listOwnSessionsAct,
  listSessionsAct,
} from './user-sessions.ts';

export const signInRoutes: Route[] = [
  on(signIn, signInAct),
  on(getSession, getSessionAct),
  on(signOut, signOutAct),
  on(forgotPassword, forgotPasswordAct),
  on(resetPassword, resetPasswordAct),
  on(estimatePassword, estimatePasswordAct),

  on(changeOwnPassword, changeOwnPasswordAct),
  on(listOwnSessions, listOwnSessionsAct),
  on(endOwnSession, endOwnSessionAct),
  on(endOtherSessions, endOtherSessionsAct),
  on(listOwnTokens, listOwnTokensAct),
  on(createToken, createTokenAct),
  on(endOwnToken, endOwnTokenAct),
  on(listSessions, listSessionsAct),
  on(endSession, endSessionAct),
  on(endSessions, endSessionsAct),
  on(listTokens, listTokensAct),
  on(endToken, endTokenAct),
];
