import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../../contract/user-shapes.ts';
import { useDates } from '../kit/dates.ts';
import { Facts } from '../kit/facts.tsx';
import { TextLink } from '../kit/links.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import { InvitationState } from './invitation-state.tsx';
import { LockPanel } from './lock-panel.tsx';
import { SessionsDialog } from './sessions-dialog.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';
import { TwoFactorActs } from './two-factor-acts.tsx';
import { twoFactorFacts } from './two-factor-facts.ts';
import { WhyNot } from './why-not.tsx';

/** How this person gets in: the lock, the invitation, password, second factor, sessions. */
export function SecuritySection({ user }: { user: User }) {
  const t = useTexts();
  const me = useSession();
  const [setting, setSetting] = useState(false);
  const [showing, setShowing] = useState(false);
  const may = user.allowed.includes('security');
  const own = user.id === me.user.id;
  return (
    <Section title={t('users.security.title')}>
      <Stack gap="md">
        <LockPanel user={user} setPassword={() => setSetting(true)} />
        <SecurityFacts user={user} />
        {user.state === 'pending' && <InvitationState user={user} />}
        {own && <TextLink to="/profile">{t('users.security.own')}</TextLink>}
        {may && !own && (
          <Stack gap="xs">
            <Button variant="default" onClick={() => setSetting(true)}>
              {t('users.security.set-password')}
            </Button>
            <TwoFactorActs user={user} />
            {user.sessions > 0 && (
              <Button variant="default" onClick={() => setShowing(true)}>
                {t('users.security.sessions.show')}
              </Button>
            )}
          </Stack>
        )}
        {!may && <WhyNot needs="users.security" />}
      </Stack>
      <SetPasswordDialog user={user} opened={setting} close={() => setSetting(false)} />
      <SessionsDialog user={user} opened={showing} close={() => setShowing(false)} />
    </Section>
  );
}

function SecurityFacts({ user }: { user: User }) {
  const t = useTexts();
  const dates = useDates();
  const activated = user.activatedAt
    ? t('users.security.state.activated', { day: dates.moment(user.activatedAt) })
    : t('users.security.state.pending');
  const password = user.mustChangePassword
    ? 'users.security.password.must-change'
    : user.hasPassword
      ? 'users.security.password.set'
      : 'users.security.password.none';
  return (
    <Facts
      facts={[
        { name: t('users.security.account'), value: activated },
        { name: t('users.security.password'), value: t(password) },
        ...twoFactorFacts(user, t),
        {
          name: t('users.security.last-sign-in'),
          value: user.lastSignInAt ? dates.moment(user.lastSignInAt) : t('users.list.never'),
        },
        {
          name: t('users.security.sessions'),
          value: t('users.security.sessions.count', { count: user.sessions }),
        },
      ]}
    />
  );
}
