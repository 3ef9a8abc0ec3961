import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';
import { RemoveDemoDialog } from './remove-demo-dialog.tsx';

/** Takes the demo organisation away, with everybody in it. */
export function DemoSection() {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
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
          <RemoveDemoDialog opened={asking} close={() => setAsking(false)} />
        </>
      )}
    </GuardedSection>
  );
}
