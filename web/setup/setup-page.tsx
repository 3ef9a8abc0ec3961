import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getSetup } from '../../contract/setup.ts';
import { useLinkToken } from '../kit/link-token.ts';
import { ButtonLink } from '../kit/links.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { DoorPage } from '../shell/door-page.tsx';
import { SetupForm } from './setup-form.tsx';

/** The first run: with the link that was printed, a fresh installation gets its first administrator. */
export function SetupPage() {
  const t = useTexts();
  const token = useLinkToken();
  const { data, error, refetch } = useQuery({
    ...queryOf(getSetup, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ProblemAlert problem={error} retry={() => void refetch()} />;
  if (!data) return null;
  if (!data.needed) {
    return (
      <DoorPage title={t('setup.already.title')} about={t('setup.already.text')}>
        <ButtonLink to="/sign-in">{t('links.broken.sign-in')}</ButtonLink>
      </DoorPage>
    );
  }
  if (token === '') {
    return (
      <DoorPage title={t('setup.link.title')} about={t('setup.link.text')}>
        <Text size="sm">{t('setup.link.look')}</Text>
        <Code block>{`${location.origin}/setup#…`}</Code>
      </DoorPage>
    );
  }
  return (
    <DoorPage wide title={t('setup.title')} about={t('setup.about')}>
      <SetupForm token={token} />
    </DoorPage>
  );
}
