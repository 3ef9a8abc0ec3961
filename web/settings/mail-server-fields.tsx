import { Box, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { Note } from '../kit/note.tsx';
import { CurrentPasswordField } from '../kit/password-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { NumberField } from './number-field.tsx';
import type { SettingsForm } from './settings-form.ts';
import type { MailServerValues, SettingsAnswer } from './settings-values.ts';

type Security = MailServerValues['security'];

const usualPorts: Record<Security, number> = { tls: 465, starttls: 587, none: 25 };

/** The fields of the mail server. */
export function MailServerFields(props: { form: SettingsForm; server: MailServerValues; disabled: boolean }) {
  const t = useTexts();
  const { form, server, disabled } = props;
  const set = (changes: Partial<MailServerValues>) => form.set({ mailServer: { ...server, ...changes } });
  const text = (name: 'host' | 'username' | 'fromAddress' | 'fromName') => ({
    label: t(`fields.name.${name}`),
    name: `mailServer.${name}`,
    value: server[name],
    error: form.errors[`mailServer.${name}`],
    disabled,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
      <TextInput description={t('settings.mail.host.about')} {...text('host')} />
      <NumberField
        label={t('fields.name.port')}
        name="mailServer.port"
        value={server.port}
        error={form.errors['mailServer.port']}
        onChange={(port) => set({ port })}
        description={t('settings.mail.port.about')}
        disabled={disabled}
        min={1}
        max={65_535}
      />
      <SecurityField server={server} disabled={disabled} set={set} />
      {server.security === 'none' ? (
        <Note tone="warning" icon={<IconLockOpen size={18} />}>
          {t('settings.mail.security.none.warning')}
        </Note>
      ) : (
        <Box visibleFrom="sm" />
      )}
      <TextInput description={t('settings.mail.username.about')} {...text('username')} />
      <CurrentPasswordField
        label={t('fields.name.password')}
        name="mailServer.password"
        value={server.password}
        error={form.errors['mailServer.password']}
        onChange={(password) => set({ password })}
        description={t(passwordHint(server, form.base))}
        autoComplete="new-password"
        disabled={disabled}
      />
      <TextInput type="email" description={t('settings.mail.from-address.about')} {...text('fromAddress')} />
      <TextInput description={t('settings.mail.from-name.about')} {...text('fromName')} />
    </SimpleGrid>
  );
}

function SecurityField(props: {
  server: MailServerValues;
  disabled: boolean;
  set: (changes: Partial<MailServerValues>) => void;
}) {
  const t = useTexts();
  const { server, disabled, set } = props;
  const choose = (security: Security) => {
    const usual = server.port === '' || server.port === usualPorts[server.security];
    set({ security, port: usual ? usualPorts[security] : server.port });
  };
  return (
    <NativeSelect
      label={t('fields.name.security')}
      name="mailServer.security"
      data={(['starttls', 'tls', 'none'] as const).map((one) => ({
        value: one,
        label: t(`settings.mail.security.${one}`),
      }))}
      value={server.security}
      disabled={disabled}
      onChange={(event) => choose(event.currentTarget.value as Security)}
    />
  );
}

/** The stored password stays only for the same server and the same account. */
function passwordHint(server: MailServerValues, { mailServer: stored }: SettingsAnswer) {
  if (!stored?.hasPassword) return 'settings.mail.password.none';
  const same = stored.host === server.host.trim() && (stored.username ?? '') === server.username.trim();
  return same ? 'settings.mail.password.kept' : 'settings.mail.password.again';
}
