import { NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listPersonnelFiles, type PersonnelFile } from '../../contract/personnel-files.ts';
import { needsSecret } from '../../contract/personnel-sources.ts';
import { CurrentPasswordField } from '../kit/password-field.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { type FileDraft, sourceOf } from './file-draft.ts';
import type { FileFormState } from './file-form.tsx';

type Props = { form: FileFormState; file: PersonnelFile | undefined };

const kinds = ['folder', 'https', 'sftp'] as const;

/** Where the file stands, and what opens the door there. */
export function SourceFields({ form, file }: Props) {
  const t = useTexts();
  const { kind } = form.values;
  return (
    <>
      <NativeSelect
        label={t('personnel-files.kind')}
        name="kind"
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`personnel-files.kind.${value}`) }))}
        onChange={(event) =>
          form.set({ kind: kinds.find((one) => one === event.currentTarget.value) ?? kind })
        }
      />
      {kind === 'folder' && <FolderFields form={form} />}
      {kind === 'https' && <HttpsFields form={form} />}
      {kind === 'sftp' && <SftpFields form={form} />}
      {needsSecret(sourceOf(form.values)) && <SecretFields form={form} file={file} />}
    </>
  );
}

type TextName = { [K in keyof FileDraft]: FileDraft[K] extends string ? K : never }[keyof FileDraft];

/** A line of text; `at`: where a refusal names it. Another server has another key. */
function useLine(form: FileFormState) {
  return (name: TextName, at: string) => ({
    name: at,
    value: form.values[name],
    error: form.errors[at],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const changed = { [name]: event.currentTarget.value };
      form.set(name === 'host' || name === 'port' ? { ...changed, hostKey: null } : changed);
    },
  });
}

function FolderFields({ form }: { form: FileFormState }) {
  const t = useTexts();
  const line = useLine(form);
  const { data } = useQuery(queryOf(listPersonnelFiles, {}));
  const folders = data?.folders ?? [];
  return (
    <>
      <TextInput
        label={t('personnel-files.path')}
        description={t('personnel-files.path.about')}
        placeholder={folders[0] && `${folders[0]}/personnel.csv`}
        {...line('path', 'source.path')}
      />
      {data && (
        <Text size="sm" c="dimmed">
          {folders.length === 0
            ? t('personnel-files.no-folders')
            : t('personnel-files.folders', { folders: folders.join(', ') })}
        </Text>
      )}
    </>
  );
}

const httpsWays = ['none', 'basic', 'header'] as const;

function HttpsFields({ form }: { form: FileFormState }) {
  const t = useTexts();
  const line = useLine(form);
  const { httpsAuth } = form.values;
  return (
    <>
      <TextInput
        label={t('personnel-files.url')}
        description={t('personnel-files.url.about')}
        type="url"
        {...line('url', 'source.url')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('personnel-files.auth')}
          name="httpsAuth"
          value={httpsAuth}
          data={httpsWays.map((value) => ({ value, label: t(`personnel-files.auth.${value}`) }))}
          onChange={(event) =>
            form.set({ httpsAuth: httpsWays.find((one) => one === event.currentTarget.value) ?? httpsAuth })
          }
        />
        {httpsAuth === 'basic' && (
          <TextInput label={t('personnel-files.username')} {...line('username', 'source.auth.username')} />
        )}
        {httpsAuth === 'header' && (
          <TextInput
            label={t('personnel-files.header-name')}
            placeholder="X-Api-Key"
            {...line('headerName', 'source.auth.name')}
          />
        )}
      </SimpleGrid>
    </>
  );
}

const sftpWays = ['password', 'key'] as const;

function SftpFields({ form }: { form: FileFormState }) {
  const t = useTexts();
  const line = useLine(form);
  const { sftpAuth, hostKey } = form.values;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('personnel-files.host')} {...line('host', 'source.host')} />
        <TextInput label={t('personnel-files.port')} inputMode="numeric" {...line('port', 'source.port')} />
        <TextInput label={t('personnel-files.username')} {...line('username', 'source.username')} />
        <NativeSelect
          label={t('personnel-files.auth')}
          name="sftpAuth"
          value={sftpAuth}
          data={sftpWays.map((value) => ({ value, label: t(`personnel-files.auth.${value}`) }))}
          onChange={(event) =>
            form.set({ sftpAuth: sftpWays.find((one) => one === event.currentTarget.value) ?? sftpAuth })
          }
        />
      </SimpleGrid>
      <TextInput
        label={t('personnel-files.path')}
        description={t('personnel-files.path.about')}
        {...line('sftpPath', 'source.path')}
      />
      {hostKey && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('personnel-files.host-key.known', { key: hostKey })}
        </Text>
      )}
    </>
  );
}

function SecretFields({ form, file }: Props) {
  const t = useTexts();
  const line = useLine(form);
  const { kind, sftpAuth, httpsAuth } = form.values;
  const kept = file?.hasSecret ? t('personnel-files.secret.kept') : undefined;
  if (kind === 'sftp' && sftpAuth === 'key') {
    return (
      <>
        <Textarea
          label={t('personnel-files.secret.key')}
          description={kept}
          placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
          autosize
          minRows={3}
          maxRows={8}
          spellCheck={false}
          {...line('secret', 'secret')}
        />
        <CurrentPasswordField
          label={t('personnel-files.passphrase')}
          autoComplete="new-password"
          {...form.field('passphrase')}
        />
      </>
    );
  }
  const isHeader = kind === 'https' && httpsAuth === 'header';
  return (
    <CurrentPasswordField
      label={t(isHeader ? 'personnel-files.secret.header' : 'personnel-files.secret.password')}
      description={kept}
      autoComplete="new-password"
      {...form.field('secret')}
    />
  );
}
