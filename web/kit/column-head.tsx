import { NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import { useTexts } from './texts.tsx';

/** A column of a DataTable. */
export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The name by which the call sorts on this column; left out: not sortable. */
  sort?: string;
  /** The first click sorts downwards: for moments and numbers. */
  downFirst?: boolean;
  /** In the head instead of the title: a button that opens a filter. Says the title itself. */
  head?: ReactNode;
  /** The heading of the card on narrow screens. */
  lead?: boolean;
  align?: 'end';
  /** Stays in view at the end of a row that is wider than the screen: for what can be done with it. */
  pinned?: boolean;
  /** May take more lines; otherwise long text is cut off with dots. */
  wrap?: boolean;
  width?: string | number;
  /** Cannot be hidden. */
  always?: boolean;
  /** Hidden unless chosen. */
  extra?: boolean;
};

/** How the list is sorted now: `name`, or `-name` downwards. */
export type Sorting = { sort: string; change: (sort: string) => void };

/** The head of one column; clicking sorts, a second click the other way round. */
export function ColumnHead<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const state = stateOf(column, sorting);
  const sort = column.sort;
  return (
    <th
      style={{ width: column.width }}
      data-align={column.align}
      data-pinned={column.pinned || undefined}
      aria-sort={ariaOf(state)}
    >
      <span className={classes.head}>
        {column.head ??
          (sort && sorting ? (
            <button
              type="button"
              className={classes.sort}
              onClick={() => sorting.change(nextSort(sort, state, column.downFirst))}
            >
              {column.title}
              <SortMark state={state} />
            </button>
          ) : (
            column.title
          ))}
      </span>
    </th>
  );
}

/** The same choice where the heads are not shown. */
export function SortOnNarrow<Row>({ columns, sorting }: { columns: Column<Row>[]; sorting: Sorting }) {
  const t = useTexts();
  const options = columns.flatMap((column) =>
    column.sort
      ? [
          { value: column.sort, label: t('kit.table.sort.up', { column: column.title }) },
          { value: `-${column.sort}`, label: t('kit.table.sort.down', { column: column.title }) },
        ]
      : [],
  );
  return (
    <NativeSelect
      className={classes.narrowSort}
      label={t('kit.table.sort')}
      data={options}
      value={sorting.sort}
      onChange={(event) => sorting.change(event.currentTarget.value)}
    />
  );
}

type SortState = 'up' | 'down' | 'not' | undefined;

function stateOf<Row>(column: Column<Row>, sorting: Sorting | undefined): SortState {
  if (!column.sort || !sorting) return undefined;
  if (sorting.sort === column.sort) return 'up';
  return sorting.sort === `-${column.sort}` ? 'down' : 'not';
}

function ariaOf(state: SortState): 'ascending' | 'descending' | 'none' | undefined {
  if (!state) return undefined;
  return ({ up: 'ascending', down: 'descending', not: 'none' } as const)[state];
}

function nextSort(sort: string, state: SortState, downFirst = false): string {
  if (state === 'up') return `-${sort}`;
  if (state === 'down') return sort;
  return downFirst ? `-${sort}` : sort;
}

function SortMark({ state }: { state: SortState }) {
  if (state === 'up') return <IconArrowUp size={14} aria-hidden />;
  if (state === 'down') return <IconArrowDown size={14} aria-hidden />;
  return <IconSelector size={14} aria-hidden className={classes.faint} />;
}
