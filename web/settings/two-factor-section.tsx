import { Switch } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';
import type { SettingsForm } from './settings-form.ts';

/** Whether everybody must have a second factor. */
export function TwoFactorSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <GuardedSection
      title={t('settings.two-factor')}
      about={t('settings.two-factor.about')}
      anchor="two-factor"
    >
      {(disabled) => (
        <Switch
          label={t('fields.name.twoFactorForAll')}
          description={t('settings.two-factor.all.about')}
          disabled={disabled}
          {...form.tick('twoFactorForAll')}
        />
      )}
    </GuardedSection>
  );
}
