import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';

/** What stands behind the `?` of an address: text, or a list where a name is repeated. */
export type Search = Record<string, string | string[] | undefined>;

/** Reads a query string plainly, without giving special meaning to what looks like a number or JSON. */
export function parseSearch(query: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = search[name];
    search[name] = before === undefined ? value : [before, value].flat();
  }
  return search;
}

/** Writes what `parseSearch` reads; empty text and empty lists are left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size > 0 ? `?${query}` : '';
}

/**
 * Filters, sort and the like that live in the address bar, read with a shape of the contract; what the shape
 * refuses is left out. `const [filters, change] = useAddress(z.object(userFilters))`, then
 * `change({ locked: true })`; undefined removes. A change goes back to the first page of a list; `replace`
 * makes no new step for the back button (for typing).
 */
export function useAddress<Shape extends z.ZodObject>(shape: Shape) {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const state = useMemo(() => readWith(shape, search), [shape, search]);
  const change = useCallback(
    (changes: Partial<z.output<Shape>>, how: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        replace: how.replace,
        resetScroll: false,
        search: (before: Search) => ({ ...before, cursor: undefined, ...asText(changes) }),
      });
    },
    [navigate],
  );
  return [state, change] as const;
}

function readWith<Shape extends z.ZodObject>(shape: Shape, search: Search): Partial<z.output<Shape>> {
  const state: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape.shape)) {
    if (search[name] === undefined) continue;
    const read = (field as z.ZodType).safeParse(search[name]);
    if (read.success) state[name] = read.data;
  }
  return state as Partial<z.output<Shape>>;
}

function asText(changes: Record<string, unknown>): Search {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      if (value === undefined || value === null || value === '') return [name, undefined];
      return [name, Array.isArray(value) ? value.map(String) : String(value)];
    }),
  );
}
