import { Button, Text } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import classes from './settings.module.css';
import type { SettingsForm } from './settings-form.ts';

/** Stays at the bottom in view while something is unsaved. */
export function SaveBar({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <div className={classes.saveBar} data-dirty={form.dirty || undefined}>
      {form.dirty && (
        <>
          <Text size="sm" className={classes.saveWords} role="status">
            {t('settings.unsaved')}
          </Text>
          <Button variant="default" onClick={() => form.restart()} disabled={form.sending}>
            {t('settings.undo')}
          </Button>
          <Button type="submit" loading={form.sending}>
            {t('kit.save')}
          </Button>
        </>
      )}
    </div>
  );
}
