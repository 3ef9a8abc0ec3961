import { Button, CloseButton, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { isEmail, normaliseEmail } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import { FilterChip } from '../kit/filter-chip.tsx';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import type { ActiveFilter } from './filters.ts';
import classes from './list.module.css';
import type { ChangeAddress } from './list-address.ts';

/** The filters that are on, each with a cross, and one button that takes all of them away. */
export function FilterChips(props: { filters: ActiveFilter[]; change: ChangeAddress; clear: () => void }) {
  const t = useTexts();
  if (props.filters.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('users.filters.on')}>
      {props.filters.map(({ key, text, without }) => (
        <li key={key}>
          <FilterChip
            text={text}
            remove={() => props.change(without)}
            removeLabel={t('users.filters.remove', { filter: text })}
          />
        </li>
      ))}
      <li>
        <Button variant="subtle" size="compact-sm" onClick={props.clear}>
          {t('users.filters.clear')}
        </Button>
      </li>
    </ul>
  );
}

const shownAtFirst = 8;

/** The search terms that found nobody: each can be taken out of the search, or made into a user. */
export function NotFoundTerms(props: {
  terms: string[];
  search: string;
  changeSearch: (text: string) => void;
}) {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const { terms, search, changeSearch } = props;
  if (terms.length === 0) return null;
  const shown = all ? terms : terms.slice(0, shownAtFirst);
  return (
    <div className={classes.notFound}>
      <Text size="sm" component="span" id="not-found">
        {t('users.list.not-found')}
      </Text>
      <ul className={classes.chips} aria-labelledby="not-found">
        {shown.map((term) => (
          <li key={term}>
            <MissedTerm term={term} remove={() => changeSearch(withoutTerms(search, [term]))} />
          </li>
        ))}
        {shown.length < terms.length && (
          <li>
            <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
              {t('users.list.not-found.more', { count: terms.length - shown.length })}
            </Button>
          </li>
        )}
        {terms.length > 1 && (
          <li>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => changeSearch(withoutTerms(search, terms))}
            >
              {t('users.list.not-found.remove-all')}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}

function MissedTerm({ term, remove }: { term: string; remove: () => void }) {
  const t = useTexts();
  const may = useMay();
  const email = normaliseEmail(term);
  return (
    <span className={classes.missed}>
      <span className={classes.term}>{term}</span>
      {isEmail(email) && may('users.create') && (
        <TextLink
          to="/users/new"
          search={{ email }}
          size="sm"
          className={classes.create}
          aria-label={t('users.list.not-found.create.named', { term })}
        >
          <IconUserPlus size={14} aria-hidden /> {t('users.list.not-found.create')}
        </TextLink>
      )}
      <CloseButton size="xs" aria-label={t('users.list.not-found.remove', { term })} onClick={remove} />
    </span>
  );
}

/** The text of the search box without these terms. */
function withoutTerms(search: string, terms: string[]): string {
  const gone = new Set(terms.map(fold));
  return search
    .split(/[,;\t\r\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !gone.has(fold(part)))
    .join(', ');
}
