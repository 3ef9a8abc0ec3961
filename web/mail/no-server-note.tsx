import { Alert } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';

/** Says that mail reaches nobody while no mail server is set, and where to set one. */
export function NoServerNote() {
  const t = useTexts();
  const may = useMay();
  return (
    <Alert
      color="yellow"
      icon={<IconMailOff size={18} aria-hidden />}
      title={t('mail.no-server.title')}
      role="note"
    >
      {t('mail.no-server.text')}{' '}
      {may('settings.change') ? (
        <TextLink to="/settings" hash="mail-server">
          {t('mail.no-server.set')}
        </TextLink>
      ) : (
        t('mail.no-server.ask')
      )}
    </Alert>
  );
}
