import { Button, Text } from '@mantine/core';
import { TextLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useBelongingNames } from './belonging-names.ts';
import { BulkBar } from './bulk-bar.tsx';
import { activeFilters } from './filters.ts';
import classes from './list.module.css';
import { type ChangeAddress, isNarrowed, type ListAddress, tabOf } from './list-address.ts';
import { useRoleChoices } from './role-filter.tsx';
import { FilterChips, NotFoundTerms } from './search-outcome.tsx';
import type { Ticked } from './use-ticked.ts';
import { type UserPage, useOtherTab, type useUserList } from './use-user-list.ts';

type Props = { address: ListAddress; change: ChangeAddress };
type OutcomeProps = Props & {
  list: ReturnType<typeof useUserList>;
  clear: () => void;
  ticked: Ticked;
  mayTick: boolean;
};

/** What was found, or what can be done to who is ticked; which filters are on; which terms found nobody. */
export function Outcome({ address, change, list, clear, ticked, mayTick }: OutcomeProps) {
  const t = useTexts();
  const { choices } = useRoleChoices();
  const page = list.data;
  const elsewhere = useOtherTab(address, page !== undefined && !list.isPlaceholderData);
  const belongingName = useBelongingNames(address.organisation, address.group);
  const roleName = (role: string) =>
    choices?.find(({ value }) => value === role)?.name ?? t('users.filters.unknown-role');
  return (
    <div className={classes.outcome}>
      {ticked.ids.size > 0 || ticked.all ? (
        <BulkBar ticked={ticked} total={page?.total} />
      ) : (
        <div className={classes.found}>
          <Text size="sm" c="dimmed" aria-live="polite">
            {page ? t(isNarrowed(address) ? 'users.list.found' : 'users.list.people', page.total) : '\u00a0'}
          </Text>
          <Elsewhere page={elsewhere} address={address} change={change} />
          {page !== undefined && page.dropped > 0 && (
            <Text size="sm" className={classes.warning}>
              {t('users.list.dropped', { count: page.dropped })}
            </Text>
          )}
          {mayTick && (
            <TextLink to="/bulk" size="sm">
              {t('bulk.recent')}
            </TextLink>
          )}
        </div>
      )}
      <FilterChips
        filters={activeFilters(address, { t, roleName, belongingName })}
        change={change}
        clear={clear}
      />
      <NotFoundTerms
        terms={missedInBoth(page, elsewhere)}
        search={address.search ?? ''}
        changeSearch={(search) => change({ search }, { replace: true })}
      />
    </div>
  );
}

/** How many more the same search finds under the other tab, as a way there. */
function Elsewhere({ page, address, change }: Props & { page: UserPage | undefined }) {
  const t = useTexts();
  const other = tabOf(address) === 'billed' ? 'unbilled' : 'billed';
  if (!page || page.total.count === 0) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() => change({ billed: other === 'unbilled' ? false : undefined })}
    >
      {t(`users.list.elsewhere.${other}`, page.total)}
    </Button>
  );
}

/** A term that finds somebody under the other tab has not missed. */
function missedInBoth(here: UserPage | undefined, elsewhere: UserPage | undefined): string[] {
  if (!here || !elsewhere) return [];
  return here.notFound.filter((term) => elsewhere.notFound.includes(term));
}
