import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listUsers } from '../../contract/users.ts';
import { type Pick, PickMany, picksShown } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';

/** Chooses people of the users list by looking for them. */
export function PickUsers(props: { label: string; chosen: Pick[]; change: (chosen: Pick[]) => void }) {
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({
    ...queryOf(listUsers, { search, limit: picksShown }),
    placeholderData: keepPreviousData,
  });
  return (
    <PickMany
      search={search}
      changeSearch={setSearch}
      found={data?.items.map(({ id, name, email }) => ({ id, name, about: email }))}
      problem={error}
      {...props}
    />
  );
}
