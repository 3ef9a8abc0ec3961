import { Radio, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listUsers } from '../../contract/users.ts';
import { PickMany, picksShown } from '../kit/pick-many.tsx';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import type { FileFormState } from './file-form.tsx';

/** Who gets mail when the link is in trouble: all administrators, or people who are chosen. */
export function AlarmFields({ form }: { form: FileFormState }) {
  const t = useTexts();
  const { alarm, alarmTo } = form.values;
  return (
    <Section title={t('personnel-files.alarm')} about={t('personnel-files.alarm.about')}>
      <Stack>
        <Radio.Group
          aria-label={t('personnel-files.alarm')}
          value={alarm}
          onChange={(value) => form.set({ alarm: value === 'chosen' ? 'chosen' : 'admins' })}
        >
          <Stack gap={6}>
            {(['admins', 'chosen'] as const).map((one) => (
              <Radio key={one} value={one} label={t(`personnel-files.alarm.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {alarm === 'chosen' && (
          <>
            <Receivers form={form} />
            {alarmTo.length === 0 && <Text size="sm">{t('personnel-files.alarm.nobody')}</Text>}
          </>
        )}
        {form.errors.alarmTo && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.alarmTo}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function Receivers({ form }: { form: FileFormState }) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const { data, error } = useQuery({
    ...queryOf(listUsers, { search, limit: picksShown }),
    placeholderData: keepPreviousData,
  });
  return (
    <PickMany
      label={t('personnel-files.alarm.search')}
      search={search}
      changeSearch={setSearch}
      found={data?.items.map(({ id, name, email }) => ({ id, name, about: email }))}
      problem={error}
      chosen={form.values.alarmTo}
      change={(alarmTo) => form.set({ alarmTo })}
    />
  );
}
