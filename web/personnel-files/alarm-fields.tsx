import { Radio, Stack, Text } from '@mantine/core';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { PickUsers } from '../users/pick-users.tsx';
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
            <PickUsers
              label={t('personnel-files.alarm.search')}
              chosen={alarmTo}
              change={(chosen) => form.set({ alarmTo: chosen })}
            />
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
