import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useLocation, useSearch } from '@tanstack/react-router';
import { signIn } from '../../contract/sign-in.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { TextLink } from '../kit/links.tsx';
import { CurrentPasswordField } from '../kit/password-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { safeDestination } from '../session/arrival.ts';
import { useGoOn } from '../session/steps.ts';
import { DoorPage } from '../shell/door-page.tsx';
import { DemoHint } from './demo-hint.tsx';
import { SignInWithPasskey } from './sign-in-with-passkey.tsx';
import { SupportLine } from './support-line.tsx';

/** Signing in with an e-mail address or username, and a password. */
export function SignInPage() {
  const t = useTexts();
  const { to } = useSearch({ strict: false });
  const arrival = useLocation({ select: (location) => location.state.arrival });
  const form = useSignInForm(arrival?.email ?? '', safeDestination(to));
  return (
    <DoorPage title={t('sign-in.title')} about={to && !arrival ? t('sign-in.first') : undefined}>
      {arrival && (
        <Alert color="teal" role="status">
          {t(`sign-in.${arrival.told}`)}
        </Alert>
      )}
      <DemoHint fill={(email, password) => form.set({ identifier: email, password })} />
      <CallForm form={form}>
        <Stack>
          <TextInput
            label={t('sign-in.identifier')}
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={!arrival}
            {...form.field('identifier')}
          />
          <CurrentPasswordField
            label={t('sign-in.password')}
            autoFocus={!!arrival}
            {...form.field('password')}
          />
          <Button type="submit" fullWidth loading={form.sending}>
            {t('sign-in.submit')}
          </Button>
        </Stack>
      </CallForm>
      <SignInWithPasskey destination={safeDestination(to)} />
      <Text size="sm">
        <TextLink to="/forgotten">{t('sign-in.forgot')}</TextLink>
      </Text>
      <SupportLine />
    </DoorPage>
  );
}

function useSignInForm(email: string, destination: string) {
  const t = useTexts();
  const goOn = useGoOn();
  return useCallForm(signIn, {
    initial: { identifier: email, password: '' },
    check: ({ identifier, password }) => ({
      identifier: identifier.trim() === '' ? t('fields.required') : undefined,
      password: password === '' ? t('fields.required') : undefined,
    }),
    done: (session) => goOn(session, destination),
    again: 'password',
  });
}
