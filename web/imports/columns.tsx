import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type ImportField, importFields } from '../../contract/import-fields.ts';
import { importTitles } from '../../contract/import-titles.ts';
import { checkImport, type Import, type ImportColumn, importModes } from '../../contract/imports.ts';
import { ProblemAlert } from '../kit/problem-alert.tsx';
import { useAct } from '../kit/queries.ts';
import { Section } from '../kit/section.tsx';
import { type Texts, useTexts } from '../kit/texts.tsx';
import { FileFacts } from './file-facts.tsx';
import classes from './imports.module.css';

/** What each column holds, and what kind of list the file is; then the check. */
export function Columns({ item }: { item: Import }) {
  const t = useTexts();
  const [fields, setFields] = useState(item.columns.map(({ field }) => field));
  const [mode, setMode] = useState(item.options.mode);
  const [createGroups, setCreateGroups] = useState(item.options.createGroups);
  const check = useAct(checkImport, { refresh: ['imports'] });
  const choose = (index: number, field: ImportField | null) =>
    setFields(fields.map((before, at) => (at === index ? field : before === field ? null : before)));
  return (
    <Section title={t('imports.columns')} about={t('imports.columns.about')}>
      <Stack gap="md">
        <FileFacts item={item} />
        <ul className={classes.columns}>
          {item.columns.map((column, index) => (
            <ColumnLine
              // Columns have no name of their own: some stand twice, some have none.
              key={String(index)}
              column={column}
              number={index + 1}
              field={fields[index] ?? null}
              choose={(field) => choose(index, field)}
            />
          ))}
        </ul>
        <Radio.Group
          label={t('imports.mode')}
          value={mode}
          onChange={(value) => setMode(importModes.find((one) => one === value) ?? mode)}
        >
          <Stack gap={6} mt={6}>
            {importModes.map((one) => (
              <Radio key={one} value={one} label={t(`imports.mode.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('imports.create-groups')}
          checked={createGroups}
          onChange={(event) => setCreateGroups(event.currentTarget.checked)}
        />
        <ProblemAlert problem={check.error} />
        <Group>
          <Button
            variant={item.state === 'uploaded' ? 'filled' : 'default'}
            loading={check.isPending}
            onClick={() =>
              check.mutate({ input: { id: item.id, fields, mode, createGroups }, version: item.version })
            }
          >
            {t(item.state === 'uploaded' ? 'imports.check' : 'imports.check-again')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function ColumnLine(props: {
  column: ImportColumn;
  number: number;
  field: ImportField | null;
  choose: (field: ImportField | null) => void;
}) {
  const t = useTexts();
  const { column, field, choose } = props;
  const name = column.heading || t('imports.column', { number: props.number });
  return (
    <li className={classes.column}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed" className={classes.samples} title={t('imports.samples')}>
        {column.samples.join(' · ') || '–'}
      </Text>
      <NativeSelect
        aria-label={t('imports.holds.of', { column: name })}
        value={field ?? ''}
        onChange={(event) =>
          choose(importFields.find((known) => known === event.currentTarget.value) ?? null)
        }
        data={[{ value: '', label: t('imports.leave-out') }, ...fieldChoices(t)]}
      />
    </li>
  );
}

/** Every field that a column can hold, by name. */
export function fieldChoices(t: Texts) {
  return importFields.map((field) => ({ value: field, label: t(importTitles[field]) }));
}
