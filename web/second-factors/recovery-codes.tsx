import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { CopyButton } from '../kit/copy-button.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';
import classes from './second-factors.module.css';

/** The codes, this once. Goes on only when somebody says that they kept them. */
export function RecoveryCodes({ codes, goOn }: { codes: string[]; goOn: () => void }) {
  const t = useTexts();
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="md">
      <Text size="sm">{t('codes.about')}</Text>
      <ul className={classes.codes} aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton text={codes.join('\n')} label={t('codes.copy')} />
        <DownloadButton codes={codes} />
      </Group>
      <Checkbox
        label={t('codes.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <div>
        <Button disabled={!kept} onClick={goOn}>
          {t('codes.go-on')}
        </Button>
      </div>
    </Stack>
  );
}

function DownloadButton({ codes }: { codes: string[] }) {
  const t = useTexts();
  const { organisationName } = useBranding();
  const address = `data:text/plain;charset=utf-8,${encodeURIComponent(`${organisationName}\n\n${codes.join('\n')}\n`)}`;
  return (
    <Button
      component="a"
      href={address}
      download={t('codes.file', { organisation: organisationName })}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('codes.download')}
    </Button>
  );
}
