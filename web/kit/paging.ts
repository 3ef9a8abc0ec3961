import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Search } from './address-state.ts';

/** The page of a list that the address bar names, and the ways to other pages. */
export type Paging = {
  cursor: string | undefined;
  /** Counts from 1; undefined when the list was entered in the middle, so that nobody knows. */
  page: number | undefined;
  next: (nextCursor: string) => void;
  previous: (() => void) | undefined;
  first: (() => void) | undefined;
};

/** The cursors of the pages walked through before this one; `whole` when the walk began at the first page. */
type Walk = { cursors: string[]; whole: boolean };

declare module '@tanstack/react-router' {
  interface HistoryState {
    walk?: Walk;
  }
}

/**
 * Pages of a list that only knows its next cursor. The cursor of this page stands in the address; the way back
 * in the step of the browser's history, which survives reloading. Somebody who was sent an address has no way
 * back from there, so only `first` is offered.
 */
export function usePaging(): Paging {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const walked = useRouterState({ select: (state) => state.location.state.walk });
  const cursor = typeof search.cursor === 'string' ? search.cursor : undefined;
  return useMemo(() => {
    const walk =
      cursor === undefined ? { cursors: [], whole: true } : (walked ?? { cursors: [], whole: false });
    const go = (to: string | undefined, next: Walk) =>
      void navigate({
        to: '.',
        search: (before: Search) => ({ ...before, cursor: to }),
        state: { walk: next },
        resetScroll: false,
      });
    const last = walk.cursors.at(-1);
    const mayGoBack = cursor !== undefined && (last !== undefined || walk.whole);
    return {
      cursor,
      page: walk.whole ? walk.cursors.length + (cursor === undefined ? 1 : 2) : undefined,
      next: (nextCursor) =>
        go(nextCursor, { ...walk, cursors: cursor === undefined ? [] : [...walk.cursors, cursor] }),
      previous: mayGoBack ? () => go(last, { ...walk, cursors: walk.cursors.slice(0, -1) }) : undefined,
      first: cursor === undefined ? undefined : () => go(undefined, { cursors: [], whole: true }),
    };
  }, [cursor, walked, navigate]);
}
