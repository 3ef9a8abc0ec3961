import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { listOwnFactorKinds, proveSecondFactor } from '../../contract/second-factors.ts';
import { call } from '../kit/call.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { codeInput } from '../second-factors/code-input.ts';
import { PasskeyButton } from '../second-factors/passkey-button.tsx';
import { signWithPasskey, usePasskeysWork } from '../second-factors/passkeys.ts';
import { safeDestination } from '../session/arrival.ts';
import { useBranding } from '../session/session.ts';
import { useGoOn } from '../session/steps.ts';
import { DoorPage } from '../shell/door-page.tsx';
import { LeaveInstead } from './leave-instead.tsx';

/** The second step of signing in: a code of the app, a passkey, or a recovery code. */
export function TwoFactorPage() {
  const t = useTexts();
  const { organisationName, supportEmail } = useBranding();
  const { data, error, refetch } = useQuery({ ...queryOf(listOwnFactorKinds, {}), staleTime: 0, gcTime: 0 });
  const passkeysWork = usePasskeysWork();
  const [recovering, setRecovering] = useState(false);
  const passkeys = passkeysWork && data?.passkeys === true;
  const hasOther = data?.app === true || passkeys;
  const recovery = data !== undefined && (recovering || !hasOther);
  const about = recovery ? 'recovery.about' : data?.app ? 'app.about' : 'passkey.about';
  return (
    <DoorPage
      key={String(recovery)}
      title={t(recovery ? 'prove.recovery.title' : 'prove.title')}
      about={data && t(`prove.${about}`, { organisation: organisationName })}
    >
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {recovery && <CodeForm name="recoveryCode" />}
      {!recovery && data?.app && <CodeForm name="code" />}
      {!recovery && passkeys && <ProveWithPasskey main={data?.app !== true} />}
      <Stack gap={6} align="flex-start">
        {recovery
          ? hasOther && <Other click={() => setRecovering(false)}>{t('prove.back')}</Other>
          : data?.recoveryCodes && <Other click={() => setRecovering(true)}>{t('prove.recovery')}</Other>}
        <LeaveInstead>{t('prove.other-account')}</LeaveInstead>
      </Stack>
      <Text size="sm" c="dimmed">
        {t('prove.none', { support: supportEmail ?? 'none' })}
      </Text>
    </DoorPage>
  );
}

function Other(props: { click: () => void; children: string }) {
  return (
    <Button variant="transparent" size="compact-sm" px={0} onClick={props.click}>
      {props.children}
    </Button>
  );
}

function CodeForm({ name }: { name: 'code' | 'recoveryCode' }) {
  const t = useTexts();
  const goOn = useGoOn();
  const { to } = useSearch({ strict: false });
  const form = useCallForm(proveSecondFactor, {
    initial: { [name]: '' } as Record<'code' | 'recoveryCode', string>,
    check: (values) => ({ [name]: values[name].trim() === '' ? t('fields.required') : undefined }),
    done: (session) => goOn(session, safeDestination(to)),
  });
  const field = form.field(name);
  return (
    <CallForm form={form}>
      <Stack>
        {name === 'code' ? (
          <TextInput label={t('prove.code')} autoFocus {...codeInput} {...field} />
        ) : (
          <TextInput
            label={t('prove.recovery.code')}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...field}
          />
        )}
        <Button type="submit" fullWidth loading={form.sending}>
          {t('prove.submit')}
        </Button>
      </Stack>
    </CallForm>
  );
}

function ProveWithPasskey({ main }: { main: boolean }) {
  const t = useTexts();
  const goOn = useGoOn();
  const { to } = useSearch({ strict: false });
  return (
    <PasskeyButton
      main={main}
      label={t('prove.passkey')}
      use={async () => {
        const passkey = await signWithPasskey();
        goOn(await call(proveSecondFactor, { passkey }), safeDestination(to));
      }}
    />
  );
}
