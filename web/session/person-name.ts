import { useQuery } from '@tanstack/react-query';
import { getUser } from '../../contract/users.ts';
import { queryOf } from '../kit/queries.ts';
import { useMay } from './session.ts';

/** The name of a person of whom only the id is known, where one may see people; undefined otherwise. */
export function usePersonName(id: string | undefined): string | undefined {
  const may = useMay();
  const { data } = useQuery({
    ...queryOf(getUser, { id: id ?? '' }),
    enabled: id !== undefined && may('users.view'),
  });
  return data?.name;
}
