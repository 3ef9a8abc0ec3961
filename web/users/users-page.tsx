import { Tabs } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { locales } from '../../contract/texts.ts';
import { type Search, useAddress } from '../kit/address-state.ts';
import { ButtonLink } from '../kit/links.tsx';
import { loadAllTexts } from '../kit/load-texts.ts';
import { Page } from '../kit/page.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { CreatedNote } from './created-note.tsx';
import { ExportButton, ExportChoiceButton } from './export-button.tsx';
import classes from './list.module.css';
import { askedOf, type ChangeAddress, listAddress, rememberList, type Tab, tabOf } from './list-address.ts';
import { type UserPage, useUserList } from './use-user-list.ts';
import { UserList } from './user-list.tsx';

/** The list of users: two tabs, search, filters, columns, export. All of it stands in the address bar. */
export function UsersPage() {
  const t = useTexts();
  const may = useMay();
  const [address, change] = useAddress(listAddress);
  const list = useUserList(address);
  const search = useSearch({ strict: false }) as Search;
  useEffect(() => rememberList(search), [search]);
  const tab = tabOf(address);
  useAllTextsSoon(list.data !== undefined);
  return (
    <Page
      title={t('shell.users')}
      fill
      action={
        <>
          {may('users.export') && (
            <>
              <ExportButton asked={askedOf(address)} total={list.data?.total} />
              <ExportChoiceButton asked={askedOf(address)} total={list.data?.total} />
            </>
          )}
          {may('users.create') && <ButtonLink to="/users/new">{t('users.list.create')}</ButtonLink>}
        </>
      }
    >
      <CreatedNote />
      <Tabs className={classes.tabs} value={tab} onChange={(chosen) => openTab(chosen, change)}>
        <TabHeads tabs={list.data?.tabs} />
        <Tabs.Panel value={tab} className={classes.panel}>
          <UserList address={address} change={change} list={list} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const restAfterMs = 1000;

/**
 * On a first visit the list came before most texts (see `loadTexts`): they follow once it stands and its people have
 * been drawn. What is opened earlier asks for them itself.
 */
function useAllTextsSoon(ready: boolean): void {
  const { language } = useLocale();
  useEffect(() => {
    if (!ready) return;
    // Without the network whatever needs them asks again.
    const timer = setTimeout(() => loadAllTexts(language).catch(() => undefined), restAfterMs);
    return () => clearTimeout(timer);
  }, [ready, language]);
}

function openTab(tab: string | null, change: ChangeAddress): void {
  change({ billed: tab === 'unbilled' ? false : undefined });
}

function TabHeads({ tabs }: { tabs: UserPage['tabs'] | undefined }) {
  const t = useTexts();
  const { language } = useLocale();
  const count = (tab: Tab) => tabs?.[tab].toLocaleString(locales[language]);
  return (
    <Tabs.List aria-label={t('users.list.tabs')}>
      {(['billed', 'unbilled'] as const).map((tab) => (
        <Tabs.Tab key={tab} value={tab} rightSection={<span className={classes.tabCount}>{count(tab)}</span>}>
          {t(`users.list.${tab}`)}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
