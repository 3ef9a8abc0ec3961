import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { decideFileRun, type FileRun } from '../../contract/personnel-files.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';

/** A run that would end many people: it goes on once somebody has typed how many, or is thrown away. */
export function Brake({ run: { id, version, leaving } }: { run: FileRun }) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const decide = useAct(decideFileRun, { refresh: ['personnel-files', 'imports', 'users', 'overview'] });
  if (!leaving) return null;
  return (
    <Section title={t('personnel-files.brake.title', leaving)} about={t('personnel-files.brake.text')}>
      <Stack align="flex-start">
        <ProblemAlert problem={decide.error} />
        <TextInput
          label={t('personnel-files.brake.label')}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            disabled={Number(typed) !== leaving.count || decide.isPending}
            onClick={() => decide.mutate({ input: { id, go: true, leaving: Number(typed) }, version })}
          >
            {t('personnel-files.brake.go')}
          </Button>
          <Button
            variant="default"
            disabled={decide.isPending}
            onClick={() => decide.mutate({ input: { id, go: false }, version })}
          >
            {t('personnel-files.brake.discard')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
