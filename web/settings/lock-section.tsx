import { Stack } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';
import { NumberField } from './number-field.tsx';
import type { SettingsForm } from './settings-form.ts';

/** After how many wrong passwords an account is locked, and how long sessions live. */
export function LockSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <GuardedSection title={t('settings.lock')} about={t('settings.lock.about')} anchor="lock-out">
      {(disabled) => (
        <Stack>
          <NumberField
            label={t('fields.name.lockAfter')}
            description={t('settings.lock.after.about')}
            disabled={disabled}
            min={1}
            max={20}
            {...form.field('lockAfter')}
          />
          <NumberField
            label={t('fields.name.sessionIdleHours')}
            description={t('settings.idle.about')}
            disabled={disabled}
            min={1}
            max={720}
            {...form.field('sessionIdleHours')}
          />
          <NumberField
            label={t('fields.name.sessionMaximumDays')}
            description={t('settings.maximum.about')}
            disabled={disabled}
            min={1}
            max={365}
            {...form.field('sessionMaximumDays')}
          />
        </Stack>
      )}
    </GuardedSection>
  );
}
