import { Button, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { type MailListed, sendTestMail } from '../../contract/mail.ts';
import { useCallForm } from '../kit/form.tsx';
import { TextLink } from '../kit/links.tsx';
import { Note } from '../kit/note.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay, useSession } from '../session/session.ts';
import classes from './settings.module.css';

/** Sends a test mail by the saved mail server and shows what that said. Stands inside the form of the settings. */
export function TestMail({ unsaved }: { unsaved: boolean }) {
  const t = useTexts();
  const { user } = useSession();
  const [sent, setSent] = useState<MailListed | null>(null);
  const form = useCallForm(sendTestMail, {
    initial: { to: user.email },
    refresh: ['mail', 'overview'],
    done: setSent,
  });
  const send = () => {
    setSent(null);
    if (!form.sending && !unsaved) void form.send();
  };
  return (
    <div className={classes.test}>
      <div className={classes.testLine}>
        <TextInput
          label={t('settings.test.to')}
          type="email"
          {...form.field('to')}
          // Its Enter key is not for the settings around it.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            send();
          }}
          className={classes.testTo}
        />
        <Button
          variant="default"
          leftSection={<IconSend size={16} aria-hidden />}
          loading={form.sending}
          disabled={unsaved}
          onClick={send}
        >
          {t('settings.test.send')}
        </Button>
      </div>
      {unsaved && (
        <Text size="sm" c="dimmed">
          {t('settings.test.save-first')}
        </Text>
      )}
      <div aria-live="polite">
        {!unsaved && sent && <Outcome mail={sent} />}
        {!unsaved && form.problem?.fields.length === 0 && <ProblemAlert problem={form.problem} />}
      </div>
    </div>
  );
}

function Outcome({ mail }: { mail: MailListed }) {
  const t = useTexts();
  const may = useMay();
  const done = mail.state === 'sent';
  return (
    <Note
      tone={done ? 'success' : 'warning'}
      icon={<IconCircleCheck size={18} />}
      title={t(done ? 'settings.test.done' : 'settings.test.not-yet', { to: mail.to })}
    >
      {may('mail.view') && (
        <TextLink to="/mail/$id" params={{ id: mail.id }}>
          {t('settings.test.show')}
        </TextLink>
      )}
    </Note>
  );
}
