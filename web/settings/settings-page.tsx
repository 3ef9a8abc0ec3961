import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { getSettings } from '../../contract/settings.ts';
import { CallForm } from '../kit/call-form.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { Contents } from './contents.tsx';
import { DemoSection } from './demo-section.tsx';
import { GroupMailSection } from './group-mail-section.tsx';
import { InvitationSection } from './invitation-section.tsx';
import { ListsSection } from './lists-section.tsx';
import { LocaleSection } from './locale-section.tsx';
import { LockSection } from './lock-section.tsx';
import { MailServerSection } from './mail-server-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { OwnDataSection } from './own-data-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { SaveBar } from './save-bar.tsx';
import classes from './settings.module.css';
import { useSettingsForm } from './settings-form.ts';
import type { SettingsAnswer } from './settings-values.ts';
import { StaleSettings } from './stale-settings.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

/** The choices of this installation. */
export function SettingsPage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(queryOf(getSettings, {}));
  return (
    <Page title={t('settings.title')}>
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && <AllSettings settings={data} />}
      {!data && !error && (
        <Stack maw={760}>
          <Skeleton height={300} />
          <Skeleton height={200} />
        </Stack>
      )}
    </Page>
  );
}

function AllSettings({ settings }: { settings: SettingsAnswer }) {
  const t = useTexts();
  const form = useSettingsForm(settings);
  useScrollToAnchor();
  return (
    <div className={classes.page}>
      <Contents demo={settings.demo} />
      <div className={classes.sections}>
        <CallForm form={form} guard label={t('settings.title')}>
          <Stack gap="lg">
            <OrganisationSection form={form} />
            <LocaleSection form={form} />
            <PasswordSection form={form} />
            <LockSection form={form} />
            <TwoFactorSection form={form} />
            <OwnDataSection form={form} />
            <InvitationSection form={form} />
            <GroupMailSection form={form} />
            <MailServerSection form={form} />
            <ListsSection form={form} />
            <RetentionSection form={form} />
            {settings.demo && <DemoSection />}
          </Stack>
          <SaveBar form={form} />
        </CallForm>
        <StaleSettings form={form} />
      </div>
    </div>
  );
}

/** The section that the address names was not there yet when the page was opened. */
function useScrollToAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
