import { Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconExternalLink, IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getMail } from '../../contract/mail.ts';
import { getChoices } from '../../contract/settings.ts';
import type { TextKey } from '../../contract/texts.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Note } from '../kit/note.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import classes from './mail.module.css';

type Mail = OutputOf<typeof getMail>;

/** The link of a mail to open and copy where it may be shown; otherwise why it is masked. */
export function MailLink({ mail }: { mail: Mail }) {
  // What never had a link needs no explanation.
  if (mail.linkExpiresAt === null) return null;
  return mail.link === null ? <MaskedLink mail={mail} /> : <OpenLink link={mail.link} />;
}

function OpenLink({ link }: { link: string }) {
  const t = useTexts();
  return (
    <Section title={t('mail.link')}>
      <Stack gap="sm">
        <Note tone="warning" icon={<IconAlertTriangle size={18} />}>
          {t('mail.link.shown')}
        </Note>
        <div className={classes.link}>{link}</div>
        <Group gap="xs">
          <Button
            component="a"
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('mail.link.open')}
            <VisuallyHidden> {t('mail.link.new-tab')}</VisuallyHidden>
          </Button>
          <CopyButton text={link} label={t('mail.link.copy')} />
        </Group>
      </Stack>
    </Section>
  );
}

function MaskedLink({ mail }: { mail: Mail }) {
  const t = useTexts();
  const { user } = useSession();
  const { data: choices } = useQuery(queryOf(getChoices, {}));
  if (!choices) return null;
  return (
    <Note icon={<IconEyeOff size={18} />} title={t('mail.link.masked')}>
      {t(reasonOf(mail, { mailServer: choices.mailServer, admin: user.admin }))}
    </Note>
  );
}

function reasonOf(mail: Mail, { mailServer, admin }: { mailServer: boolean; admin: boolean }): TextKey {
  if (mail.state === 'sent') return 'mail.link.masked.sent';
  if (mailServer) return 'mail.link.masked.server';
  return admin ? 'mail.link.dead' : 'mail.link.masked.administrators';
}
