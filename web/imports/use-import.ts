import { useQuery } from '@tanstack/react-query';
import { getImport } from '../../contract/imports.ts';
import { queryOf } from '../kit/queries.ts';
import { isWorking } from './import-state.tsx';

/** One import, asked for again while something is being done with it. */
export function useImport(id: string) {
  return useQuery({
    ...queryOf(getImport, { id }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 700 : false),
  });
}
