import { Tabs, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getMail } from '../../contract/mail.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { inertHtml } from './inert-html.ts';
import classes from './mail.module.css';

/** The mail as it goes out, in a frame in which nothing can run, and as plain text. */
export function MailContent({ mail }: { mail: OutputOf<typeof getMail> }) {
  const t = useTexts();
  const html = useMemo(() => inertHtml(mail.html), [mail.html]);
  return (
    <Section title={t('mail.content')}>
      <Tabs defaultValue="html" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="html">{t('mail.content.as-html')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('mail.content.as-text')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          <iframe
            sandbox=""
            srcDoc={html}
            title={t('mail.content.frame', { subject: mail.subject })}
            className={classes.frame}
          />
          {mail.linkExpiresAt !== null && (
            <Text size="sm" c="dimmed" mt={6}>
              {t('mail.links-dead')}
            </Text>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <pre className={classes.text}>{mail.text}</pre>
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}
