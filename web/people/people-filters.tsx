import { Select } from '@mantine/core';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getPeopleChoices } from '../../contract/people.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import classes from './people.module.css';
import type { ChangePeople, PeopleAddress } from './people-address.ts';

type Choices = OutputOf<typeof getPeopleChoices>;

/** Search, team and organisation. What there is nothing to choose of is left out. */
export function PeopleFilters(props: {
  address: PeopleAddress;
  change: ChangePeople;
  choices: Choices | undefined;
}) {
  const t = useTexts();
  const { address, change, choices } = props;
  return (
    <div className={classes.filters}>
      <SearchField
        label={t('people.search')}
        placeholder={t('people.search.hint')}
        value={address.search ?? ''}
        change={(search) => change({ search }, { replace: true })}
      />
      {(!choices || choices.teams.length > 0) && (
        <Choice
          label={t('people.team')}
          whenNone={t('people.any-team')}
          among={choices?.teams}
          chosen={address.team}
          choose={(team) => change({ team })}
        />
      )}
      {choices && choices.organisations.length > 1 && (
        <Choice
          label={t('people.organisation')}
          whenNone={t('people.any-organisation')}
          among={choices.organisations}
          chosen={address.organisation}
          choose={(organisation) => change({ organisation })}
        />
      )}
    </div>
  );
}

function Choice(props: {
  label: string;
  whenNone: string;
  among: Choices['teams'] | undefined;
  chosen: string[] | undefined;
  choose: (ids: string[] | undefined) => void;
}) {
  const t = useTexts();
  const { label, whenNone, among = [], chosen = [] } = props;
  return (
    <Select
      label={label}
      placeholder={whenNone}
      data={among.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen[0] ?? null}
      onChange={(id) => props.choose(id === null ? undefined : [id])}
      searchable
      clearable
      limit={100}
      maxDropdownHeight={320}
      nothingFoundMessage={t('people.none-such')}
      clearButtonProps={{ 'aria-label': whenNone, tabIndex: 0 }}
    />
  );
}
