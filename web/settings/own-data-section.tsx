import { Stack, Switch } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { SettingsForm } from './settings-form.ts';

/** What people may change of their own record. */
export function OwnDataSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section title={t('settings.own-data')} about={t('settings.own-data.about')} anchor="own-data">
      <Stack>
        <Switch label={t('fields.name.ownNameAllowed')} {...form.tick('ownNameAllowed')} />
        <Switch label={t('fields.name.ownContactAllowed')} {...form.tick('ownContactAllowed')} />
      </Stack>
    </Section>
  );
}
