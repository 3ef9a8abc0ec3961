import { Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { getSession } from '../../contract/sign-in.ts';
import { call } from '../kit/call.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useTexts } from '../kit/texts.tsx';
import { AddPasskey } from '../second-factors/add-passkey.tsx';
import { usePasskeysWork } from '../second-factors/passkeys.ts';
import { RecoveryCodes } from '../second-factors/recovery-codes.tsx';
import classes from '../second-factors/second-factors.module.css';
import { SetUpApp } from '../second-factors/set-up-app.tsx';
import { safeDestination } from '../session/arrival.ts';
import { forgetAll, useBranding } from '../session/session.ts';
import { useGoOn } from '../session/steps.ts';
import { DoorPage } from '../shell/door-page.tsx';
import { LeaveInstead } from './leave-instead.tsx';

type Way = 'app' | 'passkey';

/** For somebody who must have a second factor and has none: nothing else is possible before there is one. */
export function SetUpTwoFactorPage() {
  const t = useTexts();
  const { organisationName } = useBranding();
  const passkeysWork = usePasskeysWork();
  const [way, setWay] = useState<Way | null>(passkeysWork ? null : 'app');
  const [codes, setCodes] = useState<string[] | null>(null);
  const finish = useFinish();
  const keep = (given: string[] | null) => (given ? setCodes(given) : void finish());
  if (codes) {
    return (
      <DoorPage key="codes" wide title={t('codes.title')}>
        <RecoveryCodes codes={codes} goOn={() => void finish()} />
      </DoorPage>
    );
  }
  return (
    <DoorPage
      key={way}
      wide
      title={t('set-up.title')}
      about={t('set-up.about', { organisation: organisationName })}
    >
      {way === null && <Choice choose={setWay} />}
      {way === 'app' && <SetUpApp done={keep} />}
      {way === 'passkey' && <AddPasskey done={(_name, given) => keep(given)} />}
      <Stack gap={6} align="flex-start">
        {way !== null && passkeysWork && (
          <Button variant="transparent" size="compact-sm" px={0} onClick={() => setWay(null)}>
            {t('set-up.back')}
          </Button>
        )}
        <LeaveInstead>{t('change-password.sign-out')}</LeaveInstead>
      </Stack>
    </DoorPage>
  );
}

function Choice({ choose }: { choose: (way: Way) => void }) {
  const t = useTexts();
  return (
    <>
      <ChoiceButton
        icon={<IconDeviceMobile size={26} aria-hidden />}
        title={t('set-up.app.choice')}
        about={t('set-up.app.choice.about')}
        click={() => choose('app')}
      />
      <ChoiceButton
        icon={<IconFingerprint size={26} aria-hidden />}
        title={t('set-up.passkey.choice')}
        about={t('set-up.passkey.choice.about')}
        click={() => choose('passkey')}
      />
    </>
  );
}

function ChoiceButton(props: { icon: ReactNode; title: string; about: string; click: () => void }) {
  return (
    <UnstyledButton className={classes.choice} onClick={props.click}>
      {props.icon}
      <span>
        <Text component="span" display="block" fw={550}>
          {props.title}
        </Text>
        <Text component="span" display="block" size="sm" c="dimmed">
          {props.about}
        </Text>
      </span>
    </UnstyledButton>
  );
}

/** Asks who is signed in now, and goes on to the page that was asked for. */
function useFinish(): () => Promise<void> {
  const t = useTexts();
  const client = useQueryClient();
  const goOn = useGoOn();
  const { to } = useSearch({ strict: false });
  return async () => {
    try {
      const session = await call(getSession, {});
      forgetAll(client);
      noticeDone(t('set-up.done'));
      goOn(session, safeDestination(to));
    } catch (error) {
      noticeFailed(error as Error);
    }
  };
}
