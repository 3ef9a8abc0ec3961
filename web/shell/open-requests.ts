import { useQuery } from '@tanstack/react-query';
import { listRequests } from '../../contract/requests.ts';
import { queryOf } from '../kit/queries.ts';
import { useMay } from '../session/session.ts';

/** How many requests for members wait for the reader's decision; 0 for who cannot decide. */
export function useOpenRequests(): number {
  const may = useMay();
  const { data } = useQuery({
    ...queryOf(listRequests, { state: 'open', limit: 1 }),
    enabled: may('users.create') && may('members.manage'),
    staleTime: 60_000,
  });
  return data?.total.count ?? 0;
}
