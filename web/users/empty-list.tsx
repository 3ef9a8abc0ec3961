import { Button } from '@mantine/core';
import { IconUserPlus, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { EmptyState } from '../kit/empty-state.tsx';
import { ButtonLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useMay } from '../session/session.ts';
import { isNarrowed, type ListAddress, tabOf } from './list-address.ts';

/** Why the list is empty, and what to do about it. */
export function EmptyList({ address, clear }: { address: ListAddress; clear: () => void }) {
  const t = useTexts();
  const may = useMay();
  if (isNarrowed(address)) {
    return (
      <EmptyState
        icon={<IconUserSearch size={22} />}
        title={t('users.list.empty.filters')}
        action={
          <Button variant="default" onClick={clear}>
            {t('users.list.empty.clear')}
          </Button>
        }
      >
        {t('users.list.empty.filters.text')}
      </EmptyState>
    );
  }
  if (tabOf(address) === 'unbilled') {
    return (
      <EmptyState icon={<IconUsers size={22} />} title={t('users.list.empty.unbilled')}>
        {t('users.list.empty.unbilled.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconUserPlus size={22} />}
      title={t('users.list.empty.billed')}
      action={may('users.create') && <ButtonLink to="/users/new">{t('users.list.create')}</ButtonLink>}
    >
      {t('users.list.empty.billed.text')}
    </EmptyState>
  );
}
