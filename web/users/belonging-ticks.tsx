import { Button, Group, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listOrganisations } from '../../contract/organisations.ts';
import { useAddress } from '../kit/address-state.ts';
import { type Pick, PickMany, picksShown } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import type { Belonging } from './belonging-filter.tsx';
import { useBelongingNames } from './belonging-names.ts';
import { GroupPicker } from './group-picker.tsx';
import { listAddress } from './list-address.ts';

/** What is ticked in the window: everybody who belongs to at least one of them stays in the list. */
export function BelongingTicks({ of, close }: { of: Belonging; close: () => void }) {
  const t = useTexts();
  const [address, change] = useAddress(listAddress);
  const nameOf = useBelongingNames(address.organisation, address.group);
  const [chosen, setChosen] = useState<Pick[]>((address[of] ?? []).map((id) => ({ id, name: nameOf(id) })));
  const apply = (picks: Pick[]) => {
    change({ [of]: picks.map(({ id }) => id) });
    close();
  };
  return (
    <Stack>
      {of === 'group' ? (
        <GroupPicker chosen={chosen} change={setChosen} />
      ) : (
        <PickOrganisations chosen={chosen} change={setChosen} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => apply([])}>
          {t('users.filters.roles.clear')}
        </Button>
        <Button onClick={() => apply(chosen)}>{t('users.filters.roles.apply')}</Button>
      </Group>
    </Stack>
  );
}

function PickOrganisations(props: { chosen: readonly Pick[]; change: (chosen: Pick[]) => void }) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({
    ...queryOf(listOrganisations, { search, limit: picksShown }),
    placeholderData: keepPreviousData,
  });
  return (
    <PickMany
      label={t('groups.search')}
      search={search}
      changeSearch={setSearch}
      found={data?.items.map(({ id, name }) => ({ id, name }))}
      problem={error}
      {...props}
    />
  );
}
