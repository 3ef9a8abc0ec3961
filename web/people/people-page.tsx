import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { getPeopleChoices, listPeople } from '../../contract/people.ts';
import { type Search, useAddress } from '../kit/address-state.ts';
import { ButtonLink } from '../kit/links.tsx';
import { useLively } from '../kit/lively.ts';
import { Page } from '../kit/page.tsx';
import { usePaging } from '../kit/paging.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { CreatedNote } from '../users/created-note.tsx';
import { peopleAddress, rememberPeople } from './people-address.ts';
import { PeopleCards, peopleOnPage } from './people-cards.tsx';
import { PeopleFilters } from './people-filters.tsx';

/** The directory: who is here, and how to reach them. Search and filters stand in the address bar. */
export function PeoplePage() {
  const t = useTexts();
  const may = useMay();
  const [address, change] = useAddress(peopleAddress);
  const paging = usePaging();
  const search = useSearch({ strict: false }) as Search;
  useEffect(() => rememberPeople(search), [search]);
  const choices = useQuery(queryOf(getPeopleChoices, {}));
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...useLively(),
    ...queryOf(listPeople, { ...address, cursor: paging.cursor, limit: peopleOnPage }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('people.title')}
      about={t('people.about')}
      fill
      action={
        may('users.create') && (
          <ButtonLink to="/users/new" search={{ from: 'people' }}>
            {t('users.list.create')}
          </ButtonLink>
        )
      }
    >
      <CreatedNote />
      <PeopleFilters address={address} change={change} choices={choices.data} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {(data || !error) && (
        <PeopleCards
          page={data}
          stale={isPlaceholderData}
          paging={paging}
          // Of an installation with one organisation its name on every card would tell nothing.
          organisations={(choices.data?.organisations.length ?? 0) > 1}
          change={change}
        />
      )}
    </Page>
  );
}
