import { Stack } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import { NumberField } from './number-field.tsx';
import type { SettingsForm } from './settings-form.ts';

/** After how long things are erased by themselves. When people are erased is for administrators. */
export function RetentionSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  const { admin } = useSession().user;
  return (
    <Section title={t('settings.retention')} about={t('settings.retention.about')} anchor="retention">
      <Stack>
        <NumberField
          label={t('fields.name.mailKeptDays')}
          description={t('settings.retention.mail.about')}
          min={1}
          max={3650}
          {...form.field('mailKeptDays')}
        />
        <NumberField
          label={t('fields.name.importsKeptDays')}
          description={t('settings.retention.imports.about')}
          min={1}
          max={365}
          {...form.field('importsKeptDays')}
        />
        <NumberField
          label={t('fields.name.formerKeptMonths')}
          description={t(admin ? 'settings.retention.former.about' : 'settings.administrators-only')}
          disabled={!admin}
          min={1}
          max={240}
          {...form.field('formerKeptMonths')}
        />
      </Stack>
    </Section>
  );
}
