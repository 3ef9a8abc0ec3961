import { Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addPasskey } from '../../contract/second-factors.ts';
import { call, isRefusal } from '../kit/call.ts';
import { deviceName } from '../kit/device-name.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { makePasskey, passkeyProblem } from './passkeys.ts';

/** Making a passkey on this device, under a name. `done` gets the codes of a first factor. */
export function AddPasskey({ done }: { done: (name: string, recoveryCodes: string[] | null) => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const [name, setName] = useState(() => deviceName(navigator.userAgent, t).slice(0, 60));
  const [problem, setProblem] = useState<{ message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    setProblem(null);
    if (name.trim() === '') return setProblem({ message: t('fields.required') });
    setBusy(true);
    try {
      const { recoveryCodes } = await call(addPasskey, { name, passkey: await makePasskey() });
      for (const feature of ['users', 'audit']) void client.invalidateQueries({ queryKey: [feature] });
      done(name, recoveryCodes);
    } catch (error) {
      const known = passkeyProblem(error);
      if (!known && !isRefusal(error)) throw error;
      setProblem({ message: known ? t(known) : (error as Error).message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void add(event)} noValidate aria-label={t('profile.passkeys.add')}>
      <Stack>
        <ProblemAlert problem={problem} />
        <TextInput
          label={t('profile.passkeys.name')}
          description={t('profile.passkeys.name.about')}
          data-autofocus
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={busy}>
            {t('profile.passkeys.add')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
