import { Checkbox, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, ColumnHead, type Sorting, SortOnNarrow } from './column-head.tsx';
import classes from './data-table.module.css';
import { type ListPage, PageBar } from './page-bar.tsx';
import type { Paging } from './paging.ts';
import { useTexts } from './texts.tsx';

/** Which rows are ticked; `name` says a row's name to screen readers. */
export type Selection<Row> = {
  chosen: ReadonlySet<string>;
  change: (chosen: Set<string>) => void;
  name: (row: Row) => string;
};

/**
 * A list as a table; on narrow screens each row becomes a card. `page` is the answer of a listing call (undefined
 * while loading: rows of bones), `stale` dims it while the next answer is on its way. Give `paging` from
 * usePaging and `sorting` from the address. `columns` are the ones to show (see useColumns for choosing).
 */
export function DataTable<Row>(props: {
  label: string;
  columns: Column<Row>[];
  page: ListPage<Row> | undefined;
  rowKey: (row: Row) => string;
  empty: ReactNode;
  stale?: boolean;
  sorting?: Sorting;
  paging?: Paging;
  pageSize?: number;
  selection?: Selection<Row>;
}) {
  const { columns, page, rowKey, selection } = props;
  if (page && page.items.length === 0 && !props.paging?.cursor) return <>{props.empty}</>;
  return (
    <div className={classes.frame}>
      {props.sorting && <SortOnNarrow columns={columns} sorting={props.sorting} />}
      <section className={classes.scroll} aria-label={props.label} aria-busy={!page || props.stale}>
        <table className={classes.table} data-stale={props.stale || undefined}>
          <thead>
            <tr>
              {selection && <ChooseAll rows={page?.items ?? []} rowKey={rowKey} selection={selection} />}
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} sorting={props.sorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {page
              ? page.items.map((row) => (
                  <Row key={rowKey(row)} row={row} id={rowKey(row)} columns={columns} selection={selection} />
                ))
              : bones.map((bone) => <BoneRow key={bone} cells={columns.length + (selection ? 1 : 0)} />)}
          </tbody>
        </table>
      </section>
      <PageBar page={page} paging={props.paging} pageSize={props.pageSize ?? 50} />
    </div>
  );
}

function Row<Row>(props: { row: Row; id: string; columns: Column<Row>[]; selection?: Selection<Row> }) {
  const t = useTexts();
  const { row, id, columns, selection } = props;
  const chosen = selection?.chosen.has(id);
  return (
    <tr data-chosen={chosen || undefined}>
      {selection && (
        <td className={classes.choose}>
          <Checkbox
            checked={chosen}
            onChange={() => selection.change(toggled(selection.chosen, [id], !chosen))}
            aria-label={t('kit.table.choose', { name: selection.name(row) })}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          data-lead={column.lead || undefined}
          data-align={column.align}
          data-wrap={column.wrap || undefined}
          data-pinned={column.pinned || undefined}
        >
          <span className={classes.label} aria-hidden>
            {column.title}
          </span>
          <div className={classes.value}>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}

function ChooseAll<Row>(props: { rows: Row[]; rowKey: (row: Row) => string; selection: Selection<Row> }) {
  const t = useTexts();
  const { selection } = props;
  const keys = props.rows.map(props.rowKey);
  const count = keys.filter((key) => selection.chosen.has(key)).length;
  const all = keys.length > 0 && count === keys.length;
  return (
    <th className={classes.choose}>
      <Checkbox
        checked={all}
        indeterminate={count > 0 && !all}
        onChange={() => selection.change(toggled(selection.chosen, keys, !all))}
        aria-label={t('kit.table.choose-all')}
      />
    </th>
  );
}

const bones = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

function BoneRow({ cells }: { cells: number }) {
  return (
    <tr aria-hidden>
      {Array.from({ length: cells }, (_, cell) => String(cell)).map((cell) => (
        <td key={cell}>
          <Skeleton height={12} width={cell === '0' ? '70%' : '55%'} radius="sm" my={4} />
        </td>
      ))}
    </tr>
  );
}

function toggled(chosen: ReadonlySet<string>, keys: string[], on: boolean): Set<string> {
  const next = new Set(chosen);
  for (const key of keys) on ? next.add(key) : next.delete(key);
  return next;
}
