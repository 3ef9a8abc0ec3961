import { Button, Text } from '@mantine/core';
import { IconBuildings } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { listOrganisations, type Organisation } from '../../contract/organisations.ts';
import { locales } from '../../contract/texts.ts';
import { useAddress } from '../kit/address-state.ts';
import type { Column } from '../kit/column-head.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink, TextLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { CreateOrganisation } from './create-organisation.tsx';
import { useOnlyOrganisation, useSeesAll } from './own-organisations.ts';

const address = z.object({ search: z.string().max(300) });

/** All organisations that one may see; whoever sees only one is taken there at once. */
export function OrganisationsPage() {
  const only = useOnlyOrganisation();
  if (only) return <Navigate to="/organisations/$id" params={{ id: only }} replace />;
  return <OrganisationList />;
}

function OrganisationList() {
  const t = useTexts();
  const mayCreate = useSeesAll('organisations.change');
  const [creating, setCreating] = useState(false);
  const [{ search = '' }, change] = useAddress(address);
  const paging = usePaging();
  const columns = useColumns();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...queryOf(listOrganisations, { search, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('shell.organisations')}
      about={t('organisations.about')}
      fill
      action={mayCreate && <Button onClick={() => setCreating(true)}>{t('organisations.create')}</Button>}
    >
      <SearchField
        label={t('organisations.search')}
        value={search}
        change={(text) => change({ search: text }, { replace: true })}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <DataTable
          label={t('shell.organisations')}
          columns={columns}
          page={data}
          stale={isPlaceholderData}
          rowKey={(organisation) => organisation.id}
          paging={paging}
          empty={<Nothing search={search} />}
        />
      )}
      {creating && <CreateOrganisation close={() => setCreating(false)} />}
    </Page>
  );
}

function Nothing({ search }: { search: string }) {
  const t = useTexts();
  if (search !== '') return <Text c="dimmed">{t('organisations.nothing', { text: search })}</Text>;
  return <EmptyState icon={<IconBuildings size={22} />} title={t('organisations.none')} />;
}

function useColumns(): Column<Organisation>[] {
  const t = useTexts();
  const { language } = useLocale();
  return [
    {
      key: 'name',
      title: t('organisations.column.name'),
      lead: true,
      cell: ({ id, name }) => (
        <TextLink to="/organisations/$id" params={{ id }} fw={550}>
          {name}
        </TextLink>
      ),
    },
    {
      key: 'members',
      title: t('organisations.column.members'),
      cell: ({ members }) => members.toLocaleString(locales[language]),
      align: 'end',
      width: 120,
    },
    {
      key: 'manage',
      title: t('organisations.manage'),
      align: 'end',
      width: 140,
      cell: ({ id, name, allowed }) =>
        allowed.length > 0 && (
          <ButtonLink
            to="/organisations/$id"
            params={{ id }}
            variant="default"
            size="compact-sm"
            aria-label={`${t('organisations.manage')}: ${name}`}
          >
            {t('organisations.manage')}
          </ButtonLink>
        ),
    },
  ];
}
