import { Text, Title } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { fold } from '../../contract/fold.ts';
import { listRoles, type Role } from '../../contract/roles.ts';
import { useAddress } from '../kit/address-state.ts';
import { DataTable } from '../kit/data-table.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { Page } from '../kit/page.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { categoriesOf } from './categories.ts';
import { useRoleColumns } from './role-columns.tsx';
import classes from './roles.module.css';

const address = z.object({ search: z.string().max(300) });

/** All roles, those of one category together. */
export function RolesPage() {
  const t = useTexts();
  const may = useMay();
  const [{ search = '' }, change] = useAddress(address);
  const { data, error, refetch } = useQuery(queryOf(listRoles, {}));
  return (
    <Page
      title={t('shell.roles')}
      about={t('roles.about')}
      action={
        <>
          <ButtonLink to="/roles/table" variant="default" leftSection={<IconTable size={16} aria-hidden />}>
            {t('roles.table')}
          </ButtonLink>
          {may('roles.change') && <ButtonLink to="/roles/new">{t('roles.create')}</ButtonLink>}
        </>
      }
    >
      <SearchField
        label={t('roles.search')}
        value={search}
        change={(text) => change({ search: text }, { replace: true })}
      />
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {(data || !error) && <Categories roles={data?.items} search={search} />}
    </Page>
  );
}

function Categories({ roles, search }: { roles: Role[] | undefined; search: string }) {
  const t = useTexts();
  const columns = useRoleColumns();
  const wanted = fold(search.trim());
  const found = roles?.filter(({ name, description }) =>
    fold(`${name} ${description ?? ''}`).includes(wanted),
  );
  const categories = found
    ? categoriesOf(found, t)
    : [{ name: t('roles.category.default'), roles: undefined }];
  if (found?.length === 0) return <Text c="dimmed">{t('roles.nothing', { text: search })}</Text>;
  return (
    <div>
      {categories.map((category) => (
        <div key={category.name} className={classes.category}>
          <Title order={2}>{category.name}</Title>
          <DataTable
            label={category.name}
            columns={columns}
            page={
              category.roles && {
                items: category.roles,
                nextCursor: null,
                total: { count: category.roles.length, exact: true },
              }
            }
            rowKey={(role) => role.id}
            empty={null}
          />
        </div>
      ))}
    </div>
  );
}
