import type { User } from '../../contract/user-shapes.ts';
import type { Texts } from '../kit/texts.tsx';

/** The state of somebody's second factors in words, by whom one is required, and which there are. */
export function twoFactorFacts(user: User, t: Texts): { name: string; value: string }[] {
  const { person, organisations, everybody } = user.twoFactorRequiredBy;
  const { app, passkeys, recoveryCodes } = user.secondFactors;
  const by = [
    ...(everybody ? [t('users.two-factor.who.everybody')] : []),
    ...organisations,
    ...(person ? [t('users.two-factor.who.person')] : []),
  ];
  const has = [
    ...(app ? [t('users.two-factor.has.app')] : []),
    ...(passkeys > 0 ? [t('users.two-factor.has.passkeys', { count: passkeys })] : []),
    ...(app || passkeys > 0 ? [t('users.two-factor.has.codes', { count: recoveryCodes })] : []),
  ];
  return [
    { name: t('users.security.two-factor'), value: t(`users.two-factor.${user.twoFactor}`) },
    ...(by.length > 0 ? [{ name: t('users.two-factor.who'), value: by.join(', ') }] : []),
    ...(has.length > 0 ? [{ name: t('users.two-factor.has'), value: has.join(', ') }] : []),
  ];
}
