import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { removeDemo } from '../../contract/setup.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';

/** Takes the demo organisation away, with everybody in it. */
export function DemoSection() {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const remove = useAct(removeDemo, {
    refresh: ['settings', 'users', 'overview', 'mail', 'audit', 'roles'],
    done: ({ removed }) => {
      setAsking(false);
      noticeDone(t('settings.demo.removed', { count: removed }));
    },
  });
  return (
    <GuardedSection title={t('settings.demo')} about={t('settings.demo.about')} anchor="demo">
      {(disabled) => (
        <>
          <Button
            variant="default"
            disabled={disabled}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('settings.demo.remove')}
          </Button>
          <ConfirmDialog
            opened={asking}
            close={() => setAsking(false)}
            title={t('settings.demo.confirm.title')}
            confirm={t('settings.demo.confirm.act')}
            danger
            busy={remove.isPending}
            problem={remove.error}
            act={() => remove.mutate({ input: {} })}
          >
            <Text>{t('settings.demo.confirm.text')}</Text>
          </ConfirmDialog>
        </>
      )}
    </GuardedSection>
  );
}
