import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deletePersonnelFile, type PersonnelFile } from '../../contract/personnel-files.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Asks before a link is removed, and says what stays. */
export function DeleteFile({ file: { id, name } }: { file: PersonnelFile }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useAct(deletePersonnelFile, {
    refresh: ['users', 'overview', 'me'],
    done: () => {
      noticeDone(t('personnel-files.deleted'));
      void navigate({ to: '/personnel-files' });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('personnel-files.delete')}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('personnel-files.delete.title', { name })}
        confirm={t('personnel-files.delete')}
        danger
        busy={remove.isPending}
        problem={remove.error}
        act={() => remove.mutate({ input: { id } })}
      >
        <Text>{t('personnel-files.delete.text')}</Text>
      </ConfirmDialog>
    </>
  );
}
