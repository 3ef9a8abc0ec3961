import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { type Import, runImport } from '../../contract/imports.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Asks once more with all counts, and whether mail goes out: by default it does not. */
export function RunButton({ item }: { item: Import }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const [welcome, setWelcome] = useState(false);
  const [typed, setTyped] = useState('');
  const [making, setMaking] = useState(false);
  const run = useAct(runImport, { refresh: ['imports', 'users', 'overview'], done: () => setAsking(false) });
  const { create = 0, change = 0, reactivate = 0, leave = 0, refused = 0 } = item.counts;
  const { leaving, invitable } = item;
  const otherMails = item.mails - (item.options.sendWelcomeMail ? invitable : 0);
  const brake = leaving?.stops ? leaving : null;
  const names = item.newNames.filter(({ willBeMade }) => willBeMade);
  if (create + change + reactivate + leave === 0) return null;
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('imports.run')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('imports.run.title', { file: item.fileName })}
        confirm={t('imports.run')}
        busy={run.isPending}
        problem={run.error}
        disabled={(brake !== null && Number(typed) !== brake.count) || (names.length > 0 && !making)}
        act={() =>
          run.mutate({
            input: {
              id: item.id,
              sendWelcomeMail: welcome,
              newNames: names.length,
              ...(brake ? { leaving: Number(typed) } : {}),
            },
            version: item.version,
          })
        }
      >
        <Text>{t('imports.run.counts', { create, change, reactivate, leave, refused })}</Text>
        {invitable > 0 && (
          <Checkbox
            label={t('imports.run.welcome', { count: invitable })}
            description={t('imports.run.later')}
            checked={welcome}
            onChange={(event) => setWelcome(event.currentTarget.checked)}
          />
        )}
        <Text fw={600}>{t('imports.run.mails', { count: otherMails + (welcome ? invitable : 0) })}</Text>
        {names.length > 0 && (
          <Checkbox
            label={t('imports.run.make', { count: names.length })}
            description={names.map(({ name }) => name).join(', ')}
            checked={making}
            onChange={(event) => setMaking(event.currentTarget.checked)}
          />
        )}
        {brake && (
          <>
            <Text>{t('imports.run.brake', { count: brake.count, of: brake.of })}</Text>
            <TextInput
              label={t('imports.run.brake.label')}
              inputMode="numeric"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
