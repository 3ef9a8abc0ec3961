import type { ListPage } from '../kit/page-bar.tsx';

/** A list that comes whole, as a table takes it. */
export function wholePage<Row>(items: Row[] | undefined): ListPage<Row> | undefined {
  return items && { items, nextCursor: null, total: { count: items.length, exact: true } };
}
