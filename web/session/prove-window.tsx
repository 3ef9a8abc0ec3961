import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOwnSecondFactors, proveAgain } from '../../contract/second-factors.ts';
import { CallForm } from '../kit/call-form.tsx';
import { DialogWindow } from '../kit/dialog-window.tsx';
import { useCallForm } from '../kit/form.tsx';
import { CurrentPasswordField } from '../kit/password-field.tsx';
import { noteRenewal } from '../kit/proof.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from './session.ts';

type Props = { opened: boolean; end: (proved: boolean) => void };

/** Asks for the password again, or for a code of the authenticator app of somebody who has one. */
export function ProveWindow({ opened, end }: Props) {
  const t = useTexts();
  return (
    <DialogWindow opened={opened} close={() => end(false)} title={t('prove.title')} onTop>
      <ProveForm end={end} />
    </DialogWindow>
  );
}

function ProveForm({ end }: Pick<Props, 'end'>) {
  const t = useTexts();
  const { user } = useSession();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const { data } = useQuery(queryOf(getOwnSecondFactors, {}));
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
    <CallForm form={form} label={t('prove.title')}>
      <Stack>
        <Text size="sm">{t('prove.about')}</Text>
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        {way === 'password' ? (
          <CurrentPasswordField label={t('prove.password')} autoFocus {...form.field('password')} />
        ) : (
          <TextInput
            label={t('prove.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            data-autofocus
            {...form.field('code')}
          />
        )}
        {data?.app && (
          <Anchor
            component="button"
            type="button"
            onClick={() => setWay(way === 'code' ? 'password' : 'code')}
          >
            {t(way === 'code' ? 'prove.use-password' : 'prove.use-code')}
          </Anchor>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => end(false)}>
            {t('kit.cancel')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('prove.submit')}
          </Button>
        </Group>
      </Stack>
    </CallForm>
  );
}
