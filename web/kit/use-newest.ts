import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Endpoint, OutputOf, SentInputOf } from '../../contract/endpoint.ts';
import { queryOf } from './queries.ts';

/** Something as it is stored now, read anew each time that somebody turns out to have saved it meanwhile. */
export function useNewest<E extends Endpoint>(call: E, id: string, wanted: boolean): OutputOf<E> | undefined {
  const client = useQueryClient();
  const [newest, setNewest] = useState<OutputOf<E>>();
  useEffect(() => {
    setNewest(undefined);
    if (!wanted) return;
    void client
      .fetchQuery({ ...queryOf(call, { id } as SentInputOf<E>), staleTime: 0 })
      .then(setNewest, () => undefined);
  }, [client, call, id, wanted]);
  return newest;
}
