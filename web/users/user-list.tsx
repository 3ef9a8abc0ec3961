import { useSearch } from '@tanstack/react-router';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { UserSort } from '../../contract/users.ts';
import { type Search, writeSearch } from '../kit/address-state.ts';
import { ColumnChoice, useColumns } from '../kit/columns.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBulkDeeds } from './bulk-bar.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterMenu } from './filter-menu.tsx';
import classes from './list.module.css';
import { askedOf, type ChangeAddress, type ListAddress, noFilters, tabOf } from './list-address.ts';
import { useListColumns } from './list-columns.tsx';
import { Outcome } from './list-outcome.tsx';
import { SearchBox } from './search-box.tsx';
import { useTicked } from './use-ticked.ts';
import type { useUserList } from './use-user-list.ts';
import { ViewsMenu } from './views-menu.tsx';

type Props = { address: ListAddress; change: ChangeAddress };
type List = ReturnType<typeof useUserList>;

/** What stands under a tab: the tools, what was found, and the table. */
export function UserList(props: Props & { list: List }) {
  const t = useTexts();
  const { address, change, list } = props;
  const columns = useColumns('users', useListColumns());
  const ticked = useTicked(address);
  const mayTick = useBulkDeeds().length > 0;
  const clear = () => change(noFilters);
  return (
    <>
      <Tools address={address} change={change} columns={columns} />
      <Outcome {...{ address, change, list, clear, mayTick }} ticked={ticked} />
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
          selection={mayTick ? ticked.selectionOn(list.data) : undefined}
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
      <ViewsMenu address={useViewAddress(columns.chosen)} />
    </div>
  );
}

/** The list as it stands, for keeping: with its columns said out loud, without the page one is on. */
function useViewAddress(columns: string[]): string {
  const search = useSearch({ strict: false }) as Search;
  return writeSearch({ ...search, cursor: undefined, columns: columns.join(',') }).slice(1);
}
