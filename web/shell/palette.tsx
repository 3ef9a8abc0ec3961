import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { fold } from '../../contract/fold.ts';
import { listPeople } from '../../contract/people.ts';
import { listUsers } from '../../contract/users.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { actions, navigation, type Place } from './navigation.ts';

const [store, spotlight] = createSpotlight();
const profile: Place = { to: '/profile', text: 'shell.profile', icon: IconUser };

/** Search over people, pages and actions. Opens each time `asked` changes. */
export function Palette({ asked }: { asked: number }) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const people = usePeople(typed);
  const pages = usePlaces([...navigation.flatMap(({ places }) => places), profile], typed);
  const acts = usePlaces(actions, typed);
  const nothing = !people && !pages && !acts;
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={420}
      radius={10}
      centered={false}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('shell.search') } }}
    >
      <Spotlight.Search
        placeholder={t('shell.search.hint')}
        aria-label={t('shell.search.long')}
        onKeyDown={openFirst}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {people && <Spotlight.ActionsGroup label={t('shell.search.people')}>{people}</Spotlight.ActionsGroup>}
        {acts && <Spotlight.ActionsGroup label={t('shell.search.actions')}>{acts}</Spotlight.ActionsGroup>}
        {pages && <Spotlight.ActionsGroup label={t('shell.search.pages')}>{pages}</Spotlight.ActionsGroup>}
        {nothing && <Spotlight.Empty>{t('shell.search.nothing', { text: typed })}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter without having chosen opens what stands on top. */
function openFirst(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || store.getState().selected >= 0) return;
  const list = event.currentTarget.closest('[role="dialog"]');
  list?.querySelector<HTMLElement>('[data-action]')?.click();
}

function usePlaces(places: Place[], typed: string): ReactNode[] | null {
  const t = useTexts();
  const may = useMay();
  const navigate = useNavigate();
  const wanted = fold(typed);
  const found = places
    .filter((place) => !place.may || may(place.may))
    .filter((place) => fold(t(place.text)).includes(wanted));
  if (found.length === 0) return null;
  return found.map(({ to, text, icon: Icon }) => (
    <Spotlight.Action
      key={to}
      label={t(text)}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      onClick={() => void navigate({ to })}
    />
  ));
}

function usePeople(typed: string): ReactNode[] | null {
  const t = useTexts();
  const navigate = useNavigate();
  const [search] = useDebouncedValue(typed.trim(), 150);
  const found = useFound(search);
  if (!found || typed.trim().length < 2 || found.people.length === 0) return null;
  const people = found.people.map(({ id, name, email }) => (
    <Spotlight.Action
      key={id}
      label={name}
      description={email}
      leftSection={<IconUser size={18} stroke={1.7} aria-hidden />}
      onClick={() => void navigate({ to: found.page, params: { id } })}
    />
  ));
  if (!found.more) return people;
  return [
    ...people,
    <Spotlight.Action
      key="all"
      label={t('shell.search.all-people', { text: search })}
      leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      onClick={() => void navigate({ to: found.list, search: { search } })}
    />,
  ];
}

/** People as users for whoever may see those, else those of the directory. */
function useFound(search: string) {
  const may = useMay();
  const long = search.length >= 2;
  const asUsers = may('users.view');
  const users = useQuery({
    ...queryOf(listUsers, { search, limit: 6 }),
    enabled: long && asUsers,
    placeholderData: keepPreviousData,
  });
  const colleagues = useQuery({
    ...queryOf(listPeople, { search, limit: 6 }),
    enabled: long && !asUsers && may('people.view'),
    placeholderData: keepPreviousData,
  });
  const { data } = asUsers ? users : colleagues;
  if (!long || !data) return null;
  const [list, page] = asUsers ? (['/users', '/users/$id'] as const) : (['/people', '/people/$id'] as const);
  return { people: data.items, more: data.nextCursor !== null, list, page };
}
