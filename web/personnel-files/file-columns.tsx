import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { type ImportField, importFields } from '../../contract/import-fields.ts';
import { fieldChoices } from '../imports/columns.tsx';
import { Section } from '../kit/section.tsx';
import { useTexts } from '../kit/texts.tsx';
import { isOwnable } from './file-draft.ts';
import type { FileFormState } from './file-form.tsx';
import classes from './personnel-files.module.css';

/** What each column holds, and whether the file alone decides about it. */
export function FileColumns({ form }: { form: FileFormState }) {
  const t = useTexts();
  const { columns } = form.values;
  return (
    <Section title={t('personnel-files.columns')} about={t('personnel-files.columns.about')}>
      <Stack gap="sm">
        {columns.length === 0 && <Text c="dimmed">{t('personnel-files.test.first')}</Text>}
        {form.errors.columns && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.columns}
          </Text>
        )}
        <ul className={classes.columns}>
          {columns.map((column, index) => (
            // Columns have no name of their own: some stand twice, some have none.
            <ColumnLine key={String(index)} form={form} index={index} heading={column.heading} />
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function ColumnLine(props: { form: FileFormState; index: number; heading: string }) {
  const t = useTexts();
  const { form, index, heading } = props;
  const { columns, owned, mode } = form.values;
  const name = heading || t('imports.column', { number: index + 1 });
  const field = columns[index]?.field ?? null;
  const choose = (next: ImportField | null) => {
    const others = columns.map((column, at) =>
      at === index ? { ...column, field: next } : column.field === next ? { ...column, field: null } : column,
    );
    form.set({ columns: others, owned: isOwnable(next) ? [...new Set([...owned, next])] : owned });
  };
  return (
    <li className={classes.column}>
      <Text fw={600}>{name}</Text>
      <NativeSelect
        aria-label={t('imports.holds.of', { column: name })}
        value={field ?? ''}
        onChange={(event) =>
          choose(importFields.find((known) => known === event.currentTarget.value) ?? null)
        }
        data={[{ value: '', label: t('imports.leave-out') }, ...fieldChoices(t)]}
      />
      {isOwnable(field) && mode !== 'add' ? (
        <Checkbox
          label={t('personnel-files.lock')}
          aria-label={t('personnel-files.lock.of', { column: name })}
          checked={owned.includes(field)}
          onChange={(event) =>
            form.set({
              owned: event.currentTarget.checked ? [...owned, field] : owned.filter((one) => one !== field),
            })
          }
        />
      ) : (
        <span />
      )}
    </li>
  );
}
