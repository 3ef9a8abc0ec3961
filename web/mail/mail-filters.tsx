import { Button, Chip, Group } from '@mantine/core';
import { z } from 'zod';
import { listMail, mailStates } from '../../contract/mail.ts';
import { FilterChip } from '../kit/filter-chip.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useTexts } from '../kit/texts.tsx';
import { usePersonName } from '../session/person-name.ts';
import classes from './mail.module.css';

const { state, search, user } = listMail.input.shape;

/** The filters of the list of mail as they stand in the address bar. */
export const mailFilters = z.object({ state, search, user });
export type MailFilters = Partial<z.output<typeof mailFilters>>;

/** Above the list: search, states, and the person whom a link named. */
export function MailFilterBar(props: {
  filters: MailFilters;
  change: (changes: MailFilters, how?: { replace?: boolean }) => void;
}) {
  const t = useTexts();
  const { filters, change } = props;
  const person = t('mail.about-person', {
    name: usePersonName(filters.user) ?? t('mail.this-person'),
  });
  return (
    <div className={classes.filters}>
      <div className={classes.search}>
        <SearchField
          label={t('mail.search')}
          placeholder={t('mail.search.hint')}
          value={filters.search ?? ''}
          change={(search) => change({ search }, { replace: true })}
        />
      </div>
      <Chip.Group
        multiple
        value={filters.state ?? []}
        onChange={(chosen) => change({ state: mailStates.filter((one) => chosen.includes(one)) })}
      >
        <Group gap="xs" role="group" aria-label={t('mail.state')} className={classes.states}>
          {mailStates.map((one) => (
            <Chip key={one} value={one} size="sm" radius="sm" variant="outline">
              {t(`mails.state.${one}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {isFiltered(filters) && (
        <Button
          variant="subtle"
          onClick={() => change({ search: undefined, state: undefined, user: undefined })}
        >
          {t('mail.clear')}
        </Button>
      )}
      {filters.user && (
        <div className={classes.person}>
          <FilterChip
            text={person}
            remove={() => change({ user: undefined })}
            removeLabel={t('mail.clear-one', { filter: person })}
          />
        </div>
      )}
    </div>
  );
}

/** True when something narrows the list. */
export function isFiltered({ search, state, user }: MailFilters): boolean {
  return Boolean(search) || (state?.length ?? 0) > 0 || user !== undefined;
}
