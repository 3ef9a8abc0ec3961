import { Stack, Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Group, type GroupKind, groupKinds, listGroups } from '../../contract/groups.ts';
import { type Pick, PickMany, picksShown } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';

type Props = { chosen: readonly Pick[]; change: (chosen: Pick[]) => void };

/** Chooses groups, teams, mailboxes and administrations: a tab and a search for each kind. */
export function GroupPicker(props: Props) {
  const t = useTexts();
  const [kind, setKind] = useState<GroupKind>('group');
  return (
    <Tabs value={kind} onChange={(chosen) => setKind(chosen as GroupKind)}>
      <Tabs.List aria-label={t('groups.pick.kind')} mb="sm">
        {groupKinds.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`groups.kinds.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={kind}>
        <Stack>
          <OneKind key={kind} kind={kind} {...props} />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}

function OneKind({ kind, chosen, change }: Props & { kind: GroupKind }) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({
    ...queryOf(listGroups, { kind, search, limit: picksShown }),
    placeholderData: keepPreviousData,
  });
  return (
    <PickMany
      label={t('groups.search')}
      search={search}
      changeSearch={setSearch}
      found={data?.items.map(pickOf)}
      problem={error}
      chosen={chosen}
      change={change}
    />
  );
}

function pickOf({ id, name, email, code, description }: Group): Pick {
  return { id, name, about: email ?? code ?? description };
}
