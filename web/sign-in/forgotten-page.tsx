import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { forgotPassword } from '../../contract/sign-in.ts';
import { CallForm } from '../kit/call-form.tsx';
import { useCallForm } from '../kit/form.tsx';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { DoorPage } from '../shell/door-page.tsx';

/** Asks for a link to choose a new password. Says the same for every address. */
export function ForgottenPage() {
  const t = useTexts();
  const [sent, setSent] = useState('');
  const back = (
    <Text size="sm">
      <TextLink to="/sign-in">{t('sign-in.back')}</TextLink>
    </Text>
  );
  if (sent) {
    return (
      <DoorPage
        key="sent"
        title={t('forgotten.sent.title')}
        about={t('forgotten.sent.text', { email: sent })}
      >
        {back}
      </DoorPage>
    );
  }
  return (
    <DoorPage key="ask" title={t('forgotten.title')} about={t('forgotten.about')}>
      <AskForLink sent={setSent} />
      {back}
    </DoorPage>
  );
}

function AskForLink({ sent }: { sent: (email: string) => void }) {
  const t = useTexts();
  const form = useCallForm(forgotPassword, {
    initial: { email: '' },
    check: ({ email }) => ({ email: email.includes('@') ? undefined : t('fields.email') }),
    done: (_, { email }) => sent(email.trim()),
  });
  return (
    <CallForm form={form}>
      <Stack>
        <TextInput
          label={t('fields.name.email')}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.field('email')}
        />
        <Button type="submit" fullWidth loading={form.sending}>
          {t('forgotten.submit')}
        </Button>
      </Stack>
    </CallForm>
  );
}
