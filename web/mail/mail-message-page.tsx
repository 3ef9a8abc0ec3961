import { Skeleton } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { getMail } from '../../contract/mail.ts';
import { getChoices } from '../../contract/settings.ts';
import type { Refusal } from '../kit/call.ts';
import { useDates } from '../kit/dates.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Facts } from '../kit/facts.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './mail.module.css';
import { MailContent } from './mail-content.tsx';
import { MailLink } from './mail-link.tsx';
import { MailStateMark, useNextTry } from './mail-state.tsx';
import { NoServerNote } from './no-server-note.tsx';
import { Receiver } from './receiver.tsx';
import { ResendButton } from './resend-button.tsx';

/** One mail as it goes out, and what became of it. */
export function MailMessagePage() {
  const t = useTexts();
  const { id } = useParams({ from: '/inside/rights/mail/$id' });
  const { data: choices } = useQuery(queryOf(getChoices, {}));
  const {
    data: mail,
    error,
    refetch,
  } = useQuery({
    ...queryOf(getMail, { id }),
    // Each reading of a link is written in the audit log, so it is not read more often than somebody asks.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: ({ state: { data } }) =>
      choices?.mailServer && data?.state === 'waiting' ? 3000 : false,
  });
  return (
    <Page
      title={mail?.subject ?? t('mail.title')}
      beside={mail && <MailStateMark state={mail.state} />}
      crumbs={[
        <TextLink key="mail" to="/mail">
          {t('mail.title')}
        </TextLink>,
      ]}
      action={mail?.mayResend && <ResendButton mail={mail} />}
    >
      <div className={classes.stack}>
        {mail && mail.link === null && choices?.mailServer === false && <NoServerNote />}
        {!mail && error && <NoSuchMail problem={error} retry={() => void refetch()} />}
        {!mail && !error && <Skeleton height={220} />}
        {mail && (
          <>
            <MailFacts mail={mail} />
            <MailLink mail={mail} />
            <MailContent mail={mail} />
          </>
        )}
      </div>
    </Page>
  );
}

function NoSuchMail({ problem, retry }: { problem: Refusal; retry: () => void }) {
  const t = useTexts();
  if (problem.status !== 404) return <ProblemAlert problem={problem} retry={retry} />;
  return (
    <EmptyState
      icon={<IconMail size={22} />}
      title={problem.message}
      action={<ButtonLink to="/mail">{t('mail.back')}</ButtonLink>}
    />
  );
}

function MailFacts({ mail }: { mail: OutputOf<typeof getMail> }) {
  const t = useTexts();
  const dates = useDates();
  const nextTry = useNextTry();
  const until = mail.linkExpiresAt;
  const facts = [
    { name: t('mail.to'), value: <Receiver mail={mail} /> },
    { name: t('mail.kind'), value: t(`mails.kind.${mail.kind}`) },
    { name: t('mail.made'), value: dates.moment(mail.createdAt) },
    mail.sentAt !== null && { name: t('mail.sent-at'), value: dates.moment(mail.sentAt) },
    mail.attempts > 0 && { name: t('mail.attempts'), value: String(mail.attempts) },
    mail.failure !== null && { name: t('mail.failure'), value: mail.failure },
    mail.attempts > 0 && mail.nextTryAt && { name: t('mail.next-try'), value: nextTry(mail.nextTryAt) },
    until !== null && {
      name: t('mail.link-until'),
      value:
        Date.parse(until) < Date.now()
          ? t('mail.link-expired', { when: dates.moment(until) })
          : dates.moment(until),
    },
  ].filter((fact) => typeof fact === 'object' && fact !== null);
  return (
    <Section title={t('mail.facts')}>
      <Facts facts={facts} />
    </Section>
  );
}
