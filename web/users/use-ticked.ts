import { useState } from 'react';
import type { prepareBulk } from '../../contract/bulk.ts';
import type { SentInputOf } from '../../contract/endpoint.ts';
import type { UserListed } from '../../contract/user-shapes.ts';
import type { Selection } from '../kit/data-table.tsx';
import { askedOf, type ListAddress } from './list-address.ts';
import type { UserPage } from './use-user-list.ts';

/** More cannot be ticked one by one; whoever matches the filters can be any number. */
const tickedAtMost = 1000;

/**
 * Who is ticked in the list: single people, over all its pages, or everybody who matches. Another search, filter or tab
 * is another list, in which nobody is ticked.
 */
export function useTicked(address: ListAddress) {
  const { sort: _, ...matching } = askedOf(address);
  const list = JSON.stringify(matching);
  const [ticked, setTicked] = useState({ list, ids: new Set<string>(), all: false });
  const now = ticked.list === list ? ticked : { list, ids: new Set<string>(), all: false };
  const people: SentInputOf<typeof prepareBulk>['people'] = now.all ? { matching } : { users: [...now.ids] };
  const tick = (ids: Set<string>) => {
    if (ids.size <= tickedAtMost) setTicked({ list, ids, all: false });
  };
  return {
    ids: now.ids,
    all: now.all,
    people,
    /** What the table of this page needs; where everybody is taken, all its rows are ticked. */
    selectionOn: (page: UserPage | undefined): Selection<UserListed> => ({
      chosen: now.all ? new Set(page?.items.map(({ id }) => id)) : now.ids,
      change: tick,
      name: (user) => user.name,
    }),
    takeAll: () => setTicked({ ...now, all: true }),
    clear: () => setTicked({ list, ids: new Set(), all: false }),
  };
}

export type Ticked = ReturnType<typeof useTicked>;
