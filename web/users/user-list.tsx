import { Button, Text } from '@mantine/core';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { UserSort } from '../../contract/users.ts';
import { ColumnChoice, useColumns } from '../kit/columns.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBelongingNames } from './belonging-names.ts';
import { EmptyList } from './empty-list.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { activeFilters } from './filters.ts';
import classes from './list.module.css';
import {
  askedOf,
  type ChangeAddress,
  isNarrowed,
  type ListAddress,
  noFilters,
  tabOf,
} from './list-address.ts';
import { useListColumns } from './list-columns.tsx';
import { useRoleChoices } from './role-filter.tsx';
import { SearchBox } from './search-box.tsx';
import { FilterChips, NotFoundTerms } from './search-outcome.tsx';
import { type UserPage, useOtherTab, type useUserList } from './use-user-list.ts';

type Props = { address: ListAddress; change: ChangeAddress };
type List = ReturnType<typeof useUserList>;

/** What stands under a tab: the tools, what was found, and the table. */
export function UserList(props: Props & { list: List }) {
  const t = useTexts();
  const { address, change, list } = props;
  const columns = useColumns('users', useListColumns());
  const clear = () => change(noFilters);
  return (
    <>
      <Tools address={address} change={change} columns={columns} />
      <Outcome address={address} change={change} list={list} clear={clear} />
      <ProblemAlert problem={list.error} retry={() => void list.refetch()} />
      {(list.data || !list.error) && (
        <DataTable
          label={t(`users.list.${tabOf(address)}`)}
          columns={columns.shown}
          page={list.data}
          rowKey={(user) => user.id}
          stale={list.isPlaceholderData}
          sorting={{ sort: askedOf(address).sort, change: (sort) => change({ sort: sort as UserSort }) }}
          paging={list.paging}
          empty={<EmptyList address={address} clear={clear} />}
        />
      )}
    </>
  );
}

function Tools({ address, change, columns }: Props & { columns: ReturnType<typeof useColumns<UserListed>> }) {
  return (
    <div className={classes.tools}>
      <div className={classes.search}>
        <SearchBox value={address.search ?? ''} change={(search) => change({ search }, { replace: true })} />
      </div>
      <FilterMenu address={address} change={change} />
      <ColumnChoice {...columns} />
    </div>
  );
}

function Outcome({ address, change, list, clear }: Props & { list: List; clear: () => void }) {
  const t = useTexts();
  const { choices } = useRoleChoices();
  const page = list.data;
  const elsewhere = useOtherTab(address, page !== undefined && !list.isPlaceholderData);
  const belongingName = useBelongingNames(address.organisation, address.group);
  const roleName = (role: string) =>
    choices?.find(({ value }) => value === role)?.name ?? t('users.filters.unknown-role');
  return (
    <div className={classes.outcome}>
      <div className={classes.found}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {page ? t(isNarrowed(address) ? 'users.list.found' : 'users.list.people', page.total) : '\u00a0'}
        </Text>
        <Elsewhere page={elsewhere} address={address} change={change} />
        {page !== undefined && page.dropped > 0 && (
          <Text size="sm" className={classes.warning}>
            {t('users.list.dropped', { count: page.dropped })}
          </Text>
        )}
      </div>
      <FilterChips
        filters={activeFilters(address, { t, roleName, belongingName })}
        change={change}
        clear={clear}
      />
      <NotFoundTerms
        terms={missedInBoth(page, elsewhere)}
        search={address.search ?? ''}
        changeSearch={(search) => change({ search }, { replace: true })}
      />
    </div>
  );
}

/** How many more the same search finds under the other tab, as a way there. */
function Elsewhere({ page, address, change }: Props & { page: UserPage | undefined }) {
  const t = useTexts();
  const other = tabOf(address) === 'billed' ? 'unbilled' : 'billed';
  if (!page || page.total.count === 0) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => change({ billed: other === 'unbilled' ? false : undefined })}
    >
      {t(`users.list.elsewhere.${other}`, page.total)}
    </Button>
  );
}

/** A term that finds somebody under the other tab has not missed. */
function missedInBoth(here: UserPage | undefined, elsewhere: UserPage | undefined): string[] {
  if (!here || !elsewhere) return [];
  return here.notFound.filter((term) => elsewhere.notFound.includes(term));
}
