import { Button, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { beginApp, confirmApp } from '../../contract/second-factors.ts';
import { call } from '../kit/call.ts';
import { CallForm } from '../kit/call-form.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { useCallForm } from '../kit/form.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { codeInput } from './code-input.ts';
import { QrCode } from './qr-code.tsx';
import classes from './second-factors.module.css';

/** Setting up an authenticator app: scan, then type the code that it shows. `done` gets the codes of a first factor. */
export function SetUpApp({ done }: { done: (recoveryCodes: string[] | null) => void }) {
  const t = useTexts();
  // Each time this is opened it is another secret.
  const opened = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['set-up', beginApp.name, opened],
    queryFn: () => call(beginApp, {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (!data) {
    return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Skeleton height={320} />;
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('set-up.app.scan')}</Text>
      <QrCode address={data.address} />
      <div>
        <Text size="sm" c="dimmed">
          {t('set-up.app.no-camera')}
        </Text>
        <code className={classes.key}>{data.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={data.secret} label={t('set-up.app.copy')} />
      </div>
      <ConfirmForm done={done} begin={() => void refetch()} />
    </Stack>
  );
}

function ConfirmForm(props: { done: (recoveryCodes: string[] | null) => void; begin: () => void }) {
  const t = useTexts();
  const form = useCallForm(confirmApp, {
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('fields.required') : undefined }),
    refresh: ['users', 'audit'],
    done: ({ recoveryCodes }) => props.done(recoveryCodes),
  });
  return (
    <CallForm form={form} label={t('set-up.app')}>
      <Stack>
        {form.problem?.code === 'two-factor.begin-again' && (
          <Button variant="default" onClick={props.begin}>
            {t('kit.try-again')}
          </Button>
        )}
        <TextInput label={t('set-up.app.code')} {...codeInput} {...form.field('code')} maw={260} />
        <div>
          <Button type="submit" loading={form.sending}>
            {t('set-up.app.submit')}
          </Button>
        </div>
      </Stack>
    </CallForm>
  );
}
