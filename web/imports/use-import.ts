import { useQuery } from '@tanstack/react-query';
import { getImport } from '../../contract/imports.ts';
import { betweenLooks } from '../kit/lively.ts';
import { queryOf } from '../kit/queries.ts';
import { isWorking } from './import-state.tsx';

/**
 * One import, asked for again while something is being done with it; `goesOn`: also where it rests for a moment, because
 * a run takes it on by itself.
 */
export function useImport(id: string, goesOn = false) {
  return useQuery({
    ...queryOf(getImport, { id }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      goesOn || (data && isWorking(data)) ? betweenLooks(data?.rows ?? 0) : false,
  });
}
