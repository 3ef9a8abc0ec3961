import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listPersonnelFiles } from '../../contract/personnel-files.ts';
import { queryOf } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { TimeField } from '../kit/time-field.tsx';
import type { FileFormState } from './file-form.tsx';
import { weekdayName } from './in-words.ts';

const ways = ['none', 'hour', 'day', 'week'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** When the file is fetched by itself, on the clock of the installation. */
export function ScheduleFields({ form }: { form: FileFormState }) {
  const t = useTexts();
  const { data } = useQuery(queryOf(listPersonnelFiles, {}));
  const { every, weekday, at } = form.values;
  const zone = data?.timeZone.replaceAll('_', ' ') ?? '';
  return (
    <Section title={t('personnel-files.schedule')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          label={t('personnel-files.when')}
          name="every"
          value={every}
          data={ways.map((value) => ({ value, label: t(`personnel-files.schedule.${value}`) }))}
          onChange={(event) =>
            form.set({ every: ways.find((one) => one === event.currentTarget.value) ?? every })
          }
        />
        {every === 'week' && (
          <NativeSelect
            label={t('personnel-files.schedule.weekday')}
            name="weekday"
            value={weekday}
            data={weekdays.map((number) => ({ value: String(number), label: weekdayName(number, t) }))}
            onChange={(event) => form.set({ weekday: event.currentTarget.value })}
          />
        )}
        {(every === 'day' || every === 'week') && (
          <TimeField
            label={t('personnel-files.schedule.at', { zone })}
            name="schedule.at"
            value={at}
            onChange={(time) => form.set({ at: time })}
            error={form.errors['schedule.at']}
          />
        )}
      </SimpleGrid>
    </Section>
  );
}
