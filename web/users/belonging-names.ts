import { useQueries } from '@tanstack/react-query';
import { getGroup } from '../../contract/groups.ts';
import { getOrganisation } from '../../contract/organisations.ts';
import { queryOf } from '../kit/queries.ts';

/** The names of the organisations and groups that the address names by id. */
export function useBelongingNames(organisations: string[] = [], groups: string[] = []) {
  const found = [
    ...useQueries({ queries: organisations.map((id) => queryOf(getOrganisation, { id })) }),
    ...useQueries({ queries: groups.map((id) => queryOf(getGroup, { id })) }),
  ];
  return (id: string) => found.find(({ data }) => data?.id === id)?.data?.name ?? '–';
}
