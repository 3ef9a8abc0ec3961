import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconKey, IconPlugConnected } from '@tabler/icons-react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type PersonnelFile, testPersonnelFile } from '../../contract/personnel-files.ts';
import { findFieldProblems } from '../kit/field-problems.ts';
import { Note } from '../kit/note.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { secretOf, sourceOf, withColumns } from './file-draft.ts';
import type { FileFormState } from './file-form.tsx';
import classes from './personnel-files.module.css';

type Tested = OutputOf<typeof testPersonnelFile>;

/** Fetches the file once: says what is in the way, or fills in the columns that it found. */
export function TestConnection({ form, file }: { form: FileFormState; file: PersonnelFile | undefined }) {
  const t = useTexts();
  const test = useAct(testPersonnelFile, {
    done: (found) => {
      if (!found.trouble) form.set(withColumns(form.values, found));
    },
  });
  const start = (hostKey = form.values.hostKey) => {
    const draft = { ...form.values, hostKey };
    const input = { source: sourceOf(draft), ...secretOf(draft), ...(file ? { file: file.id } : {}) };
    const problems = findFieldProblems(testPersonnelFile.input, input, t);
    for (const [field, message] of Object.entries(problems)) form.setError(field, message);
    if (Object.keys(problems).length === 0) test.mutate({ input });
  };
  const confirm = (hostKey: string) => {
    form.set({ hostKey });
    start(hostKey);
  };
  return (
    <Stack aria-live="polite">
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={test.isPending}
          onClick={() => start()}
        >
          {t('personnel-files.test')}
        </Button>
      </Group>
      <ProblemAlert problem={test.error} />
      {test.data && !test.isPending && <Result found={test.data} confirm={confirm} />}
    </Stack>
  );
}

function Result({ found, confirm }: { found: Tested; confirm: (hostKey: string) => void }) {
  const t = useTexts();
  const { trouble, hostKey, rows, columns } = found;
  if (!trouble) {
    return (
      <Note tone="success" icon={<IconCheck size={18} />}>
        {t('personnel-files.test.works', { rows: rows ?? 0, columns: columns.length })}
      </Note>
    );
  }
  if (hostKey === null || !trouble.code.startsWith('host-key')) {
    return (
      <Note tone="danger" icon={<IconAlertTriangle size={18} />}>
        {trouble.text}
      </Note>
    );
  }
  return (
    <Note tone="warning" icon={<IconKey size={18} />} title={t('personnel-files.host-key')}>
      <Stack gap="xs" align="flex-start">
        {trouble.code === 'host-key-changed' && <Text size="sm">{trouble.text}</Text>}
        <Text size="sm">{t('personnel-files.host-key.about')}</Text>
        <Code className={classes.long}>{hostKey}</Code>
        <Button size="xs" variant="default" onClick={() => confirm(hostKey)}>
          {t('personnel-files.host-key.confirm')}
        </Button>
      </Stack>
    </Note>
  );
}
