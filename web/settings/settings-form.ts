import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { changeSettings, getSettings } from '../../contract/settings.ts';
import { useCallForm } from '../kit/form.tsx';
import { noticeDone } from '../kit/notices.tsx';
import { queryOf } from '../kit/queries.ts';
import { useTexts } from '../kit/texts.tsx';
import { emptyNumbers, inputOf, type SettingsAnswer, valuesOf } from './settings-values.ts';

/** The form over all settings: sends what was changed against the version that was read. */
export function useSettingsForm(settings: SettingsAnswer) {
  const t = useTexts();
  const client = useQueryClient();
  const [base, setBase] = useState(settings);
  const form = useCallForm(changeSettings, {
    initial: valuesOf(base),
    version: base.version,
    input: (values) => inputOf(values, valuesOf(base)),
    check: (values) => Object.fromEntries(emptyNumbers(values).map((name) => [name, t('fields.required')])),
    // The name and colour of every page, the lists of forms, and what the overview says of mail.
    refresh: ['settings', 'overview', 'mail'],
    done: (saved) => {
      client.setQueryData(queryOf(getSettings, {}).queryKey, saved);
      adopt(saved);
      noticeDone(t('settings.saved'));
    },
  });
  function adopt(newest: SettingsAnswer): void {
    setBase(newest);
    form.restart(valuesOf(newest));
  }
  useEffect(() => {
    // Somebody else saved, and nothing of one's own would be lost by showing it.
    if (settings.version > base.version && !form.dirty && !form.sending) adopt(settings);
  });
  return { ...form, base, adopt };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;
