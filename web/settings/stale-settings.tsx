import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { describeChanges } from '../../contract/change-words.ts';
import { getSettings } from '../../contract/settings.ts';
import { queryOf } from '../kit/queries.ts';
import { type Difference, StaleDialog } from '../kit/stale-dialog.tsx';
import { useLocale } from '../kit/texts.tsx';
import type { SettingsForm } from './settings-form.ts';
import { inputOf, type SettingsAnswer, valuesOf } from './settings-values.ts';

/** Shows both versions when somebody else saved settings since these were read. */
export function StaleSettings({ form }: { form: SettingsForm }) {
  const { problem } = form;
  const [settled, setSettled] = useState<unknown>(null);
  const locale = useLocale();
  const opened = problem?.code === 'request.stale' && problem !== settled && !form.sending;
  const { data } = useQuery({ ...queryOf(getSettings, {}), enabled: opened, staleTime: 0 });
  const newest = data && data.version > form.base.version ? data : undefined;
  return (
    <StaleDialog
      opened={opened}
      close={() => setSettled(problem)}
      differences={newest && differencesOf(form, newest, locale)}
      keepMine={() => void form.send(newest?.version)}
      takeTheirs={() => newest && form.adopt(newest)}
    />
  );
}

/** What was changed here and is otherwise there; what only they changed stays theirs in any case. */
function differencesOf(
  { values, base }: SettingsForm,
  newest: SettingsAnswer,
  locale: ReturnType<typeof useLocale>,
): Difference[] {
  const mine = inputOf(values, valuesOf(base)) as Record<string, unknown>;
  const theirs = inputOf(valuesOf(newest), valuesOf(base)) as Record<string, unknown>;
  const stored: Record<string, unknown> = newest;
  const changes = Object.keys(mine).map((field) => ({
    field,
    from: mine[field] ?? null,
    to: field in theirs ? theirs[field] : withoutPassword(stored[field]),
  }));
  return describeChanges(changes, locale)
    .filter(({ field }) => !/[pP]assword$/.test(field))
    .map(({ name, from, to }) => ({ field: name, mine: from, theirs: to }));
}

function withoutPassword(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('hasPassword' in value)) return value;
  const { hasPassword: _, ...rest } = value;
  return rest;
}
