import { Switch } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { SettingsForm } from './settings-form.ts';

/** Whether group mail waits for people who cannot come in yet. */
export function GroupMailSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section title={t('settings.group-mail')} about={t('settings.group-mail.about')} anchor="group-mail">
      <Switch
        label={t('fields.name.groupMailAtOnce')}
        description={t('settings.group-mail.at-once.about')}
        {...form.tick('groupMailAtOnce')}
      />
    </Section>
  );
}
