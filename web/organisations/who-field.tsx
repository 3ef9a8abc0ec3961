import { Autocomplete, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Organisation } from '../../contract/organisations.ts';
import type { UserListed } from '../../contract/user-shapes.ts';
import { listUsers } from '../../contract/users.ts';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { useFindsOthers } from './own-organisations.ts';

type Props = {
  organisation: Organisation;
  value: string;
  /** True while the text is that of somebody who was chosen from the list. */
  chosen: boolean;
  error: ReactNode;
  /** `user` is empty for an address that was typed. */
  change: (text: string, user: string) => void;
};

/** Whom to add: with a search over known people for those who can see them, else by address alone. */
export function WhoField(props: Props) {
  const t = useTexts();
  const finds = useFindsOthers(props.organisation.id);
  if (finds) return <SearchedWho {...props} />;
  return (
    <TextInput
      name="email"
      type="email"
      label={t('members.add.who.email')}
      description={t('members.add.who.email.about')}
      withAsterisk
      aria-required
      data-autofocus
      value={props.value}
      error={props.error}
      onChange={(event) => props.change(event.currentTarget.value, '')}
    />
  );
}

function SearchedWho({ organisation, value, chosen, error, change }: Props) {
  const t = useTexts();
  const [search] = useDebouncedValue(value.trim(), 150);
  const wanted = search.length >= 2 && !chosen;
  const { data } = useQuery({
    // Commas divide terms; here one person is looked for.
    ...queryOf(listUsers, { search: search.replace(/[,;]/g, ' '), limit: 8 }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  const people = (wanted ? (data?.items ?? []) : []).filter(
    ({ organisations }) => !organisations.some(({ id }) => id === organisation.id),
  );
  return (
    <Autocomplete
      name="email"
      label={t('members.add.who')}
      description={t('members.add.who.about')}
      withAsterisk
      aria-required
      data-autofocus
      data={people.map(wordsOf)}
      filter={({ options }) => options}
      value={value}
      error={error}
      onChange={(text) => change(text, people.find((person) => wordsOf(person) === text)?.id ?? '')}
    />
  );
}

/** The address makes it unique. */
function wordsOf({ name, email }: UserListed): string {
  return `${name} (${email})`;
}
