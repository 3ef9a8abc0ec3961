import { Button, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconPlus, IconTrash } from '@tabler/icons-react';
import { Facts } from '../kit/facts.tsx';
import { Note } from '../kit/note.tsx';
import { useTexts } from '../kit/texts.tsx';
import { GuardedSection } from './guarded-section.tsx';
import { MailServerFields } from './mail-server-fields.tsx';
import type { SettingsForm } from './settings-form.ts';
import { newMailServer, type SettingsAnswer, valuesOf } from './settings-values.ts';
import { TestMail } from './test-mail.tsx';

/** By which mail leaves: set here, or from outside; with a test of what is saved. */
export function MailServerSection({ form }: { form: SettingsForm }) {
  const t = useTexts();
  const { base } = form;
  const changed = JSON.stringify(form.values.mailServer) !== JSON.stringify(valuesOf(base).mailServer);
  return (
    <GuardedSection title={t('settings.mail')} about={t('settings.mail.about')} anchor="mail-server">
      {(disabled) => (
        <Stack>
          {base.mailServerFromEnvironment ? (
            <FromOutside settings={base} />
          ) : (
            <OwnServer form={form} disabled={disabled} />
          )}
          <Facts facts={[{ name: t('settings.mail.links'), value: base.publicAddress }]} />
          {base.mailServer && <TestMail unsaved={changed} />}
        </Stack>
      )}
    </GuardedSection>
  );
}

function OwnServer({ form, disabled }: { form: SettingsForm; disabled: boolean }) {
  const t = useTexts();
  const { mailServer } = form.values;
  if (!mailServer) {
    return (
      <Group justify="space-between">
        <Text>{t('settings.mail.none')}</Text>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.set({ mailServer: newMailServer })}
        >
          {t('settings.mail.add')}
        </Button>
      </Group>
    );
  }
  return (
    <>
      <MailServerFields form={form} server={mailServer} disabled={disabled} />
      <Group>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => form.set({ mailServer: null })}
        >
          {t('settings.mail.remove')}
        </Button>
      </Group>
    </>
  );
}

function FromOutside({ settings }: { settings: SettingsAnswer }) {
  const t = useTexts();
  const server = settings.mailServer;
  return (
    <>
      <Note icon={<IconInfoCircle size={18} />}>{t('settings.mail.environment')}</Note>
      {server && (
        <Facts
          facts={[
            { name: t('fields.name.host'), value: server.host },
            { name: t('fields.name.port'), value: String(server.port) },
            { name: t('fields.name.security'), value: t(`settings.mail.security.${server.security}`) },
            { name: t('fields.name.username'), value: server.username },
            {
              name: t('fields.name.password'),
              value: server.hasPassword ? t('settings.mail.password.set') : null,
            },
            { name: t('fields.name.fromAddress'), value: server.fromAddress },
            { name: t('fields.name.fromName'), value: server.fromName },
          ]}
        />
      )}
    </>
  );
}
