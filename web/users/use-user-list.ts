import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../contract/endpoint.ts';
import { listUsers } from '../../contract/users.ts';
import { useNamedColumns } from '../kit/columns.tsx';
import { useLively } from '../kit/lively.ts';
import { usePaging } from '../kit/paging.ts';
import { queryOf } from '../kit/queries.ts';
import { askedOf, isNarrowed, type ListAddress, tabOf } from './list-address.ts';

export type UserPage = OutputOf<typeof listUsers>;

/** The page of the list that the address names; the one before it stays in view until the next is there. */
export function useUserList(address: ListAddress) {
  const paging = usePaging();
  // More work for the server, so only for who looks at it.
  const groups = useNamedColumns('users')?.includes('groups') ? { withGroups: true } : {};
  const query = useQuery({
    ...queryOf(listUsers, { ...askedOf(address), ...groups, cursor: paging.cursor }),
    ...useLively(),
    placeholderData: keepPreviousData,
  });
  return { ...query, paging };
}

/**
 * What the same search and filters find under the other tab: people who are looked for there are easily missed. Asked
 * once this tab has its answer (`settled`), which comes first.
 */
export function useOtherTab(address: ListAddress, settled: boolean): UserPage | undefined {
  const other = tabOf(address) === 'billed' ? 'unbilled' : 'billed';
  const { data } = useQuery({
    ...queryOf(listUsers, { ...askedOf(address, other), limit: 1 }),
    enabled: isNarrowed(address) && settled,
    placeholderData: keepPreviousData,
  });
  return isNarrowed(address) ? data : undefined;
}
