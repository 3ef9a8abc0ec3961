import { Stack, TextInput } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { ColourField } from './colour-field.tsx';
import { LogoField } from './logo-field.tsx';
import type { SettingsForm } from './settings-form.ts';

/** The organisation's name, logo, colour and support address. */
export function OrganisationSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section
      title={t('settings.organisation')}
      about={t('settings.organisation.about')}
      anchor="organisation"
    >
      <Stack>
        <TextInput label={t('fields.name.organisationName')} {...form.field('organisationName')} />
        <LogoField />
        <ColourField {...form.field('colour')} />
        <TextInput
          label={t('fields.name.supportEmail')}
          description={t('settings.support.about')}
          type="email"
          inputMode="email"
          autoComplete="off"
          {...form.field('supportEmail')}
        />
      </Stack>
    </Section>
  );
}
