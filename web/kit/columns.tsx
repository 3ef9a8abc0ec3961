import { Button, Checkbox, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './address-state.ts';
import { readChoice, writeChoice } from './choices.ts';
import type { Column } from './column-head.tsx';
import { Flyout } from './flyout.tsx';
import { useTexts } from './texts.tsx';

/** The columns that somebody chose for a list; undefined while it shows the usual ones. */
export function useNamedColumns(list: string): string[] | undefined {
  const search = useSearch({ strict: false }) as Search;
  const named = typeof search.columns === 'string' ? search.columns : readChoice(`columns.${list}`);
  return named ? named.split(',') : undefined;
}

/**
 * Which columns of a list are shown: as the address says (`columns=name,email`), else as this device remembers
 * under `list`, else the usual ones. Gives the shown columns and what ColumnChoice needs.
 */
export function useColumns<Row>(list: string, columns: Column<Row>[]) {
  const navigate = useNavigate();
  const named = useNamedColumns(list);
  const usual = columns.filter((column) => !column.extra).map((column) => column.key);
  const chosen = named ?? usual;
  const choose = (keys: string[] | undefined) => {
    const text = keys?.join(',') ?? '';
    writeChoice(`columns.${list}`, text);
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      state: (before) => before,
      search: (before: Search) => ({ ...before, columns: text || undefined }),
    });
  };
  return {
    columns,
    chosen,
    choose,
    shown: columns.filter((column) => column.always || chosen.includes(column.key)),
  };
}

/** The button that opens the choice of columns: `<ColumnChoice {...columns} />`. */
export function ColumnChoice<Row>(props: {
  columns: Column<Row>[];
  chosen: string[];
  choose: (keys: string[] | undefined) => void;
}) {
  const t = useTexts();
  return (
    <Flyout
      label={t('kit.table.columns')}
      button={(button) => (
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} {...button}>
          {t('kit.table.columns')}
        </Button>
      )}
    >
      <Stack gap="xs">
        {props.columns
          .filter((column) => !column.always)
          .map(({ key, title }) => (
            <Checkbox
              key={key}
              label={title}
              checked={props.chosen.includes(key)}
              onChange={(event) => props.choose(withKey(props, key, event.currentTarget.checked))}
            />
          ))}
        <Button variant="subtle" size="xs" onClick={() => props.choose(undefined)}>
          {t('kit.table.columns.reset')}
        </Button>
      </Stack>
    </Flyout>
  );
}

function withKey<Row>(
  props: { columns: Column<Row>[]; chosen: string[] },
  key: string,
  on: boolean,
): string[] {
  return props.columns
    .map((column) => column.key)
    .filter((other) => (other === key ? on : props.chosen.includes(other)));
}
