import { Text } from '@mantine/core';
import type { MailListed } from '../../contract/mail.ts';
import { useDates } from '../kit/dates.ts';
import { StateBadge } from '../kit/state-badge.tsx';
import { useTexts } from '../kit/texts.tsx';

const tones = { sent: 'good', waiting: 'waiting', failed: 'bad', held: 'plain' } as const;

/** The state of a mail in a word. */
export function MailStateMark({ state }: { state: MailListed['state'] }) {
  const t = useTexts();
  return <StateBadge tone={tones[state]}>{t(`mails.state.${state}`)}</StateBadge>;
}

/** When a mail is tried again, in words; the outbox looks every minute. */
export function useNextTry(): (at: string) => string {
  const t = useTexts();
  const dates = useDates();
  return (at) => (Date.parse(at) - Date.now() < 60_000 ? t('mail.soon') : dates.relative(at));
}

/** The mark, and under it why a mail did not leave and when it is tried again. */
export function MailState({ mail, mailServer }: { mail: MailListed; mailServer: boolean }) {
  const t = useTexts();
  const nextTry = useNextTry();
  const words = [
    mail.failure,
    mail.state === 'waiting' && mail.attempts > 0 && t('mail.tries', { count: mail.attempts }),
    mail.state === 'waiting' &&
      (mailServer
        ? mail.attempts > 0 && mail.nextTryAt && t('mail.try-again-at', { when: nextTry(mail.nextTryAt) })
        : t('mail.waits-for-server')),
  ].filter(Boolean);
  return (
    <>
      <MailStateMark state={mail.state} />
      {words.length > 0 && (
        <Text size="sm" c="dimmed" mt={2}>
          {words.join(' · ')}
        </Text>
      )}
    </>
  );
}
