import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOwnSecondFactors, proveAgain } from '../../contract/second-factors.ts';
import { call } from '../kit/call.ts';
import { CallForm } from '../kit/call-form.tsx';
import { DialogWindow } from '../kit/dialog-window.tsx';
import { useCallForm } from '../kit/form.tsx';
import { CurrentPasswordField } from '../kit/password-field.tsx';
import { noteRenewal } from '../kit/proof.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import { codeInput } from './code-input.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { signWithPasskey, usePasskeysWork } from './passkeys.ts';

const ways = ['passkey', 'password', 'code'] as const;
type Way = (typeof ways)[number];
type End = { end: (proved: boolean) => void };

/** Asks again who is there: by a passkey, the password, or a code, whichever of them somebody has. */
export function ProveWindow({ opened, end }: End & { opened: boolean }) {
  const t = useTexts();
  return (
    <DialogWindow opened={opened} close={() => end(false)} title={t('prove-again.title')} onTop>
      <Prove end={end} />
    </DialogWindow>
  );
}

function Prove({ end }: End) {
  const t = useTexts();
  const passkeysWork = usePasskeysWork();
  const { data, isPending } = useQuery(queryOf(getOwnSecondFactors, {}));
  const [chosen, choose] = useState<Way | null>(null);
  if (isPending) return <Skeleton height={150} />;
  const possible: Record<Way, boolean> = {
    passkey: passkeysWork && data !== undefined && data.passkeys.length > 0,
    password: true,
    code: data?.app != null,
  };
  const way = chosen ?? (possible.passkey ? 'passkey' : 'password');
  return (
    <Stack>
      <Text size="sm">{t('prove-again.about')}</Text>
      {way === 'passkey' ? <WithPasskey end={end} /> : <WithSecret key={way} way={way} end={end} />}
      <Stack gap={6} align="flex-start">
        {ways
          .filter((other) => possible[other] && other !== way)
          .map((other) => (
            <Button key={other} variant="transparent" size="compact-sm" px={0} onClick={() => choose(other)}>
              {t(`prove-again.use-${other}`)}
            </Button>
          ))}
      </Stack>
    </Stack>
  );
}

function WithPasskey({ end }: End) {
  const t = useTexts();
  return (
    <PasskeyButton
      main
      label={t('prove-again.passkey')}
      use={async () => {
        await call(proveAgain, { passkey: await signWithPasskey() });
        noteRenewal();
        end(true);
      }}
    />
  );
}

function WithSecret({ way, end }: End & { way: 'password' | 'code' }) {
  const t = useTexts();
  const { user } = useSession();
  const form = useCallForm(proveAgain, {
    initial: { password: '', code: '' },
    input: ({ password, code }) => (way === 'code' ? { code } : { password }),
    check: (values) => ({ [way]: values[way] === '' ? t('fields.required') : undefined }),
    done: () => {
      noteRenewal();
      end(true);
    },
  });
  return (
    <CallForm form={form} label={t('prove-again.title')}>
      <Stack>
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        {way === 'password' ? (
          <CurrentPasswordField label={t('prove-again.password')} autoFocus {...form.field('password')} />
        ) : (
          <TextInput label={t('prove-again.code')} data-autofocus {...codeInput} {...form.field('code')} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => end(false)}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('prove-again.submit')}
          </Button>
        </Group>
      </Stack>
    </CallForm>
  );
}
