import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconBuildingOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { getOrganisation, type Organisation } from '../../contract/organisations.ts';
import { useAddress } from '../kit/address-state.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { AddMember } from './add-member.tsx';
import { MembersTab } from './members-tab.tsx';
import { OrganisationSettings } from './organisation-settings.tsx';
import classes from './organisations.module.css';
import { useOnlyOrganisation } from './own-organisations.ts';

const address = z.object({ tab: z.enum(['settings']), search: z.string() });

/** The page of an organisation: Manage > Members, and its name. */
export function OrganisationPage() {
  const t = useTexts();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(queryOf(getOrganisation, { id }));
  if (data) return <ShownOrganisation key={data.id} organisation={data} />;
  const missing = error?.status === 404 || error?.status === 400;
  return (
    <Page title={t(missing ? 'organisations.missing' : 'shell.organisations')}>
      {missing ? (
        <EmptyState
          icon={<IconBuildingOff size={22} />}
          title={t('organisations.not-found')}
          action={<ButtonLink to="/organisations">{t('organisations.missing.list')}</ButtonLink>}
        />
      ) : (
        <ProblemAlert problem={error} retry={() => void refetch()} />
      )}
      {!error && <Skeleton height={360} radius={10} />}
    </Page>
  );
}

function ShownOrganisation({ organisation }: { organisation: Organisation }) {
  const t = useTexts();
  const [{ tab = 'members' }, change] = useAddress(address);
  const [adding, setAdding] = useState(false);
  const { allowed } = organisation;
  const settles = allowed.includes('change') || allowed.includes('delete');
  const shown = settles ? tab : 'members';
  const add = allowed.includes('manage-members') ? () => setAdding(true) : undefined;
  return (
    <Page
      title={organisation.name}
      crumbs={useCrumbs(organisation)}
      action={add && <Button onClick={add}>{t('members.add')}</Button>}
    >
      <Tabs
        value={shown}
        onChange={(next) => change({ tab: next === 'settings' ? 'settings' : undefined, search: undefined })}
      >
        <Tabs.List aria-label={t('organisations.manage')}>
          <Tabs.Tab value="members">{t('organisations.tab.members')}</Tabs.Tab>
          {settles && <Tabs.Tab value="settings">{t('organisations.tab.settings')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel}>
          {shown === 'settings' ? (
            <OrganisationSettings organisation={organisation} />
          ) : (
            <MembersTab organisation={organisation} add={add} />
          )}
        </Tabs.Panel>
      </Tabs>
      {adding && <AddMember organisation={organisation} close={() => setAdding(false)} />}
    </Page>
  );
}

function useCrumbs({ allowed }: Organisation) {
  const t = useTexts();
  const only = useOnlyOrganisation();
  const list = only ? (
    <span key="list">{t('shell.organisations')}</span>
  ) : (
    <TextLink key="list" to="/organisations" inherit>
      {t('shell.organisations')}
    </TextLink>
  );
  return allowed.length > 0 ? [list, <span key="manage">{t('organisations.manage')}</span>] : [list];
}
