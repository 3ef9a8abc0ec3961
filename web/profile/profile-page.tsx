import { Stack } from '@mantine/core';
import { Facts } from '../kit/facts.tsx';
import { Page } from '../kit/page.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';
import { ChangeLocale } from './change-locale.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnSecondFactors } from './own-second-factors.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** What everybody sees and may change about themselves. */
export function ProfilePage() {
  const t = useTexts();
  const { user } = useSession();
  return (
    <Page title={t('profile.title')} width="reading">
      <Stack gap="lg">
        <Section title={t('profile.data')} about={t('profile.data.about')}>
          <Facts
            facts={[
              { name: t('profile.data.name'), value: user.name },
              { name: t('fields.name.email'), value: user.email },
            ]}
          />
        </Section>
        <ChangeLocale />
        <ChangePassword />
        <OwnSecondFactors />
        <OwnSessions />
      </Stack>
    </Page>
  );
}
