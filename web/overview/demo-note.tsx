import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeDemo } from '../../contract/setup.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

/** Says that the people are made up; administrators may remove them all. */
export function DemoNote() {
  const t = useTexts();
  const client = useQueryClient();
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const remove = useAct(removeDemo, {
    done: ({ removed }) => {
      setAsking(false);
      noticeDone(t('overview.demo.removed', { count: removed }));
      void client.invalidateQueries();
    },
  });
  return (
    <Alert title={t('overview.demo.title')} color="accent">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('overview.demo.text')}</Text>
        {user.admin && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('overview.demo.remove')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t('overview.demo.ask')}
        confirm={t('overview.demo.remove')}
        danger
        busy={remove.isPending}
        problem={remove.error}
        act={() => remove.mutate({ input: {} })}
      >
        <Text>{t('overview.demo.ask.text')}</Text>
      </ConfirmDialog>
    </Alert>
  );
}
