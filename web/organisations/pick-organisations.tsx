import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listOrganisations, type Organisation } from '../../contract/organisations.ts';
import { type Pick, PickMany, picksShown } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

/** What a search among the organisations finds, of those that `fits` lets through. */
export function useFoundOrganisations(search: string, fits: (organisation: Organisation) => boolean) {
  const { data, error } = useQuery({
    ...queryOf(listOrganisations, { search, limit: picksShown }),
    placeholderData: keepPreviousData,
  });
  return { found: data?.items.filter(fits).map(({ id, name }): Pick => ({ id, name })), error };
}

/** Ticks organisations, with a search over all of them. */
export function PickOrganisations(props: {
  chosen: readonly Pick[];
  change: (chosen: Pick[]) => void;
  fits: (organisation: Organisation) => boolean;
}) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { found, error } = useFoundOrganisations(search, props.fits);
  return (
    <PickMany
      label={t('organisations.search')}
      search={search}
      changeSearch={setSearch}
      found={found}
      problem={error}
      chosen={props.chosen}
      change={props.change}
    />
  );
}
