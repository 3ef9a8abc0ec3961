import { Button, Group, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { z } from 'zod';
import { exportAudit } from '../../contract/audit.ts';
import { listTextKeys, locales } from '../../contract/texts.ts';
import { DayField } from '../kit/day-field.tsx';
import { FilterChip } from '../kit/filter-chip.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { usePersonName } from '../session/person-name.ts';
import classes from './audit.module.css';
import { describeAction } from './deed-parts.tsx';

/** The filters of the audit log as they stand in the address bar: those of the export, which has no pages. */
export const auditFilters = z.object(exportAudit.input.shape);
export type AuditFilters = Partial<z.output<typeof auditFilters>>;

type Props = { filters: AuditFilters; change: (changes: AuditFilters, how?: { replace?: boolean }) => void };

/** Above the log: person, what was done, days; and the people whom a link named. */
export function AuditFilterBar({ filters, change }: Props) {
  const t = useTexts();
  return (
    <div className={classes.filters}>
      <SearchField
        label={t('audit.search')}
        placeholder={t('audit.search.hint')}
        value={filters.search ?? ''}
        change={(search) => change({ search }, { replace: true })}
      />
      <ActionChoice chosen={filters.action ?? []} choose={(action) => change({ action })} />
      <DayField
        label={t('audit.from')}
        value={filters.from ?? ''}
        onChange={(from) => change({ from }, { replace: true })}
      />
      <DayField
        label={t('audit.until')}
        value={filters.until ?? ''}
        min={filters.from}
        onChange={(until) => change({ until }, { replace: true })}
      />
      {isFiltered(filters) && (
        <Button variant="subtle" className={classes.clear} onClick={() => change(noFilters)}>
          {t('audit.clear')}
        </Button>
      )}
      <PeopleNamed filters={filters} change={change} />
    </div>
  );
}

const noFilters: AuditFilters = {
  search: undefined,
  action: undefined,
  from: undefined,
  until: undefined,
  actor: undefined,
  user: undefined,
};

/** True when something narrows the log. */
function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

function ActionChoice({ chosen, choose }: { chosen: string[]; choose: (actions: string[]) => void }) {
  const t = useTexts();
  const { language } = useLocale();
  const options = useMemo(() => {
    const known = listTextKeys('actions.').map((key) => key.slice('actions.'.length));
    const all = [...new Set([...known, ...chosen])];
    return all
      .map((action) => ({ value: action, label: describeAction(t, action) }))
      .sort((a, b) => a.label.localeCompare(b.label, locales[language]));
  }, [t, language, chosen]);
  return (
    <MultiSelect
      label={t('audit.action')}
      placeholder={chosen.length === 0 ? t('audit.action.hint') : undefined}
      data={options}
      value={chosen}
      onChange={choose}
      searchable
      clearable
      hidePickedOptions
      withScrollArea={false}
      classNames={{ options: classes.options, inputField: classes.typing }}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={t('audit.action.nothing')}
      clearButtonProps={{ 'aria-label': t('audit.clear') }}
    />
  );
}

function PeopleNamed({ filters, change }: Props) {
  const t = useTexts();
  const actor = usePersonName(filters.actor) ?? t('audit.this-person');
  const user = usePersonName(filters.user) ?? t('audit.this-person');
  if (!filters.actor && !filters.user) return null;
  return (
    <Group gap="xs" className={classes.people}>
      {filters.actor && (
        <FilterChip
          text={t('audit.by-person', { name: actor })}
          remove={() => change({ actor: undefined })}
          removeLabel={t('audit.clear-one', { filter: t('audit.by-person', { name: actor }) })}
        />
      )}
      {filters.user && (
        <FilterChip
          text={t('audit.on-person', { name: user })}
          remove={() => change({ user: undefined })}
          removeLabel={t('audit.clear-one', { filter: t('audit.on-person', { name: user }) })}
        />
      )}
    </Group>
  );
}
