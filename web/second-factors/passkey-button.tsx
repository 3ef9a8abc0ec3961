import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { isRefusal } from '../kit/call.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { passkeyProblem } from './passkeys.ts';

/** A button that uses a passkey, and says why where that did not work. */
export function PasskeyButton(props: { label: string; main?: boolean; use: () => Promise<void> }) {
  const t = useTexts();
  const [problem, setProblem] = useState<{ message: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function use(): Promise<void> {
    setProblem(null);
    setBusy(true);
    try {
      await props.use();
    } catch (error) {
      const known = passkeyProblem(error);
      if (!known && !isRefusal(error)) throw error;
      setProblem({ message: known ? t(known) : (error as Error).message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="sm">
      <Button
        variant={props.main ? 'filled' : 'default'}
        fullWidth
        loading={busy}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => void use()}
      >
        {props.label}
      </Button>
      <ProblemAlert problem={problem} />
    </Stack>
  );
}
