import { Button, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { OutputOf } from '../../contract/endpoint.ts';
import { inspectLink, renewLink } from '../../contract/sign-in.ts';
import { call } from '../kit/call.ts';
import { useLinkToken } from '../kit/link-token.ts';
import { ButtonLink } from '../kit/links.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { SupportLine } from './support-line.tsx';

/** What a link is for, and whom. */
export type LinkFacts = OutputOf<typeof inspectLink>;

/** Looks what the link in the address is for, and shows the page for it; explains links that do not work. */
export function MailedLink({ usable }: { usable: (link: LinkFacts, token: string) => ReactNode }) {
  const t = useTexts();
  const token = useLinkToken();
  const { setLanguage } = useLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['links', 'inspect', token],
    queryFn: () => call(inspectLink, { token }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const language = data?.language;
  useEffect(() => {
    if (language) setLanguage(language);
  }, [language, setLanguage]);
  if (token === '') return <BrokenLink why={t('links.broken.cut')} />;
  const dead = deadLinks.find((code) => code === error?.code);
  if (dead) return <DeadLink code={dead} />;
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  if (!data) return <Loader aria-label={t('links.wait')} />;
  if (data.state === 'expired') return <ExpiredLink link={data} token={token} />;
  return usable(data, token);
}

const deadLinks = ['links.used', 'links.replaced', 'links.withdrawn', 'links.invalid'] as const;

/** What became of the link, and what helps now. */
function DeadLink({ code }: { code: (typeof deadLinks)[number] }) {
  const t = useTexts();
  return (
    <DoorPage title={t(`${code}.title`)} about={t(`${code}.about`)}>
      {code === 'links.withdrawn' ? (
        <SupportLine />
      ) : (
        <>
          <Text>{t(`${code}.next`)}</Text>
          <ButtonLink to="/sign-in">{t('links.broken.sign-in')}</ButtonLink>
        </>
      )}
    </DoorPage>
  );
}

function BrokenLink({ why }: { why: string }) {
  const t = useTexts();
  return (
    <DoorPage title={t('links.broken.title')} about={why}>
      <Text>{t('links.broken.have-password')}</Text>
      <ButtonLink to="/sign-in">{t('links.broken.sign-in')}</ButtonLink>
    </DoorPage>
  );
}

function ExpiredLink({ link, token }: { link: LinkFacts; token: string }) {
  const t = useTexts();
  const [sent, setSent] = useState(false);
  const renew = useAct(renewLink, { done: () => setSent(true) });
  if (sent) {
    const about = t('links.expired.sent.text', { email: link.email });
    return <DoorPage key="sent" title={t('links.expired.sent.title')} about={about} />;
  }
  return (
    <DoorPage
      key="expired"
      title={t('links.expired.title')}
      about={t('links.expired.text', { email: link.email })}
    >
      <ProblemAlert problem={renew.error} />
      <Button onClick={() => renew.mutate({ input: { token } })} loading={renew.isPending}>
        {t('links.expired.submit')}
      </Button>
    </DoorPage>
  );
}
