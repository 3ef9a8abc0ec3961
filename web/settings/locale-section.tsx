import { NativeSelect, Stack } from '@mantine/core';
import { languages } from '../../contract/shapes.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeZoneField } from '../kit/time-zone-field.tsx';
import type { SettingsForm } from './settings-form.ts';

/** The language and time zone that new people begin with. */
export function LocaleSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section title={t('settings.locale')} about={t('settings.locale.about')} anchor="language">
      <Stack maw={360}>
        <NativeSelect
          label={t('fields.name.language')}
          data={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
          {...form.field('language')}
        />
        <TimeZoneField label={t('fields.name.timeZone')} {...form.field('timeZone')} />
      </Stack>
    </Section>
  );
}
