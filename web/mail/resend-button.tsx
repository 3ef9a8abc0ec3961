import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type getMail, resendMail } from '../../contract/mail.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** Sends a mail again and shows the one that is on its way now. */
export function ResendButton({ mail }: { mail: OutputOf<typeof getMail> }) {
  const t = useTexts();
  const navigate = useNavigate();
  const resend = useAct(resendMail, {
    refresh: ['mail', 'overview', 'users'],
    done: (again) => {
      const key = mail.linkExpiresAt === null ? 'mail.resent' : 'mail.resent.link';
      noticeDone(t(key, { to: again.to }));
      if (again.id !== mail.id) void navigate({ to: '/mail/$id', params: { id: again.id } });
    },
  });
  return (
    <Button
      leftSection={<IconSend size={16} aria-hidden />}
      loading={resend.isPending}
      onClick={() => resend.mutate({ input: { id: mail.id } }, { onError: noticeFailed })}
    >
      {t('mail.resend')}
    </Button>
  );
}
