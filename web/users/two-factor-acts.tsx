import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { requireTwoFactor, resetTwoFactor } from '../../contract/second-factors.ts';
import type { User } from '../../contract/user-shapes.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useUserAct } from './use-user-act.ts';

/** Requiring a second factor of somebody, releasing them, and resetting it for who lost phone or passkey. */
export function TwoFactorActs({ user }: { user: User }) {
  const t = useTexts();
  const { name, secondFactors } = user;
  const isRequired = user.twoFactorRequiredBy.person;
  const isOn = secondFactors.app || secondFactors.passkeys > 0;
  const change = useUserAct(requireTwoFactor, {
    tell: true,
    done: ({ twoFactorRequiredBy }) => {
      const done = !twoFactorRequiredBy.person ? 'release.done' : isOn ? 'require.done.on' : 'require.done';
      noticeDone(t(`users.two-factor.${done}`, { name }));
    },
  });
  return (
    <>
      <Button
        variant="default"
        loading={change.busy}
        onClick={() => change.run({ id: user.id, required: !isRequired }, user.version)}
      >
        {t(isRequired ? 'users.two-factor.release' : 'users.two-factor.require')}
      </Button>
      {isOn && <ResetTwoFactor user={user} />}
    </>
  );
}

function ResetTwoFactor({ user }: { user: User }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const { id, name, version } = user;
  const reset = useUserAct(resetTwoFactor, {
    done: () => {
      setAsking(false);
      noticeDone(t('users.two-factor.reset.done', { name }));
    },
  });
  const after = user.twoFactor === 'on-and-required' ? 'again' : 'off';
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('users.two-factor.reset')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('users.two-factor.reset.title', { name })}
        confirm={t('users.two-factor.reset')}
        danger
        busy={reset.busy}
        problem={reset.problem}
        act={() => reset.run({ id }, version)}
      >
        <Stack gap="xs">
          <Text size="sm">{t('users.two-factor.reset.text', { name })}</Text>
          <Text size="sm">{t(`users.two-factor.reset.${after}`, { name })}</Text>
        </Stack>
      </ConfirmDialog>
    </>
  );
}
