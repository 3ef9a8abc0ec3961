import { Stack, Switch } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { NumberField } from './number-field.tsx';
import type { SettingsForm } from './settings-form.ts';

/** How long the link in an invitation works, when somebody is reminded of it, and who may invite. */
export function InvitationSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  return (
    <Section title={t('settings.invitations')} about={t('settings.invitations.about')} anchor="invitations">
      <Stack>
        <NumberField
          label={t('fields.name.invitationDays')}
          description={t('settings.invitations.days.about')}
          min={1}
          max={30}
          {...form.field('invitationDays')}
        />
        <NumberField
          label={t('fields.name.remindAfterDays')}
          description={t('settings.invitations.remind.about')}
          min={1}
          max={30}
          {...form.field('remindAfterDays')}
        />
        <Switch
          label={t('fields.name.organisationsMayInvite')}
          description={t('settings.invitations.organisations.about')}
          {...form.tick('organisationsMayInvite')}
        />
      </Stack>
    </Section>
  );
}
