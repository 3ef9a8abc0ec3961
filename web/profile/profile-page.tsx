import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getOwnProfile } from '../../contract/profile.ts';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { OwnPhoto } from '../photos/photo-sections.tsx';
import { useSession } from '../session/session.ts';
import { ChangeLocale } from './change-locale.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnEverything } from './everything-section.tsx';
import { OwnCalendar } from './own-calendar.tsx';
import { OwnData } from './own-data.tsx';
import { OwnEmail } from './own-email.tsx';
import { OwnSecondFactors } from './own-second-factors.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { OwnTokens } from './own-tokens.tsx';

/** What everybody sees and may change about themselves. */
export function ProfilePage() {
  const t = useTexts();
  const { user } = useSession();
  const { data, error, refetch } = useQuery(queryOf(getOwnProfile, {}));
  return (
    <Page title={t('profile.title')} width="reading">
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={420} radius={10} />}
      {data && (
        <Stack gap="lg">
          <OwnPhoto person={{ ...user, photo: data.photo }} />
          <OwnData profile={data} />
          <OwnEmail profile={data} />
          <ChangeLocale held={data.held} />
          <ChangePassword />
          <OwnSecondFactors />
          <OwnSessions />
          <OwnCalendar />
          <OwnTokens />
          <OwnEverything />
        </Stack>
      )}
    </Page>
  );
}
