import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import { RemoveDemoDialog } from '../settings/remove-demo-dialog.tsx';

/** Says that the people are made up; administrators may remove them all. */
export function DemoNote() {
  const t = useTexts();
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
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
      <RemoveDemoDialog opened={asking} close={() => setAsking(false)} />
    </Alert>
  );
}
