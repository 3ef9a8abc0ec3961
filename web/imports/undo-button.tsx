import { Button, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { type Import, undoImport } from '../../contract/imports.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Takes a run back, after saying what that does. */
export function UndoButton({ item }: { item: Import }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const undo = useAct(undoImport, { refresh: ['imports'], done: () => setAsking(false) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('imports.undo')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('imports.undo.title', { file: item.fileName })}
        confirm={t('imports.undo')}
        danger
        busy={undo.isPending}
        problem={undo.error}
        act={() => undo.mutate({ input: { id: item.id }, version: item.version })}
      >
        <Text>{t('imports.undo.about')}</Text>
      </ConfirmDialog>
    </>
  );
}
