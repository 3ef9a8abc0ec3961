import type { UserListed } from '../../contract/user-shapes.ts';
import { listUsers } from '../../contract/users.ts';
import type { Search } from '../kit/address-state.ts';

/** Filters and sort of the users list as they stand in the address bar. */
export const listAddress = listUsers.input.omit({ limit: true, cursor: true, withGroups: true });

/** What the address bar says; what it leaves out is not filtered on. */
export type ListAddress = Partial<ReturnType<typeof listAddress.parse>>;

/** Changes the address; undefined takes a filter away. */
export type ChangeAddress = (changes: ListAddress, how?: { replace?: boolean }) => void;

/** The two tabs: people whose seat is paid for, and all others. */
export type Tab = 'billed' | 'unbilled';

/** The tab that the address names; billed when it names none. */
export function tabOf(address: ListAddress): Tab {
  return address.billed === false ? 'unbilled' : 'billed';
}

/** Everything that narrows a tab, cleared. */
export const noFilters = {
  search: undefined,
  role: undefined,
  status: undefined,
  organisation: undefined,
  group: undefined,
  locked: undefined,
  admin: undefined,
  twoFactor: undefined,
  neverSignedIn: undefined,
  invitation: undefined,
  leavesWithin: undefined,
} satisfies ListAddress;

/** How many filters are on, the search not counted. */
export function countFilters(address: ListAddress): number {
  return (Object.keys(noFilters) as (keyof typeof noFilters)[]).filter((name) => {
    const value = address[name];
    return name !== 'search' && (Array.isArray(value) ? value.length > 0 : value !== undefined);
  }).length;
}

/** True when a search or a filter narrows the tab. */
export function isNarrowed(address: ListAddress): boolean {
  return countFilters(address) > 0 || (address.search ?? '').trim() !== '';
}

/** What the calls for the list and its export are asked: every filter, with the tab said out loud. */
export function askedOf(address: ListAddress, tab: Tab = tabOf(address)) {
  return { ...address, billed: tab === 'billed', sort: address.sort ?? ('name' as const) };
}

let left: Search = {};

/** Remembers where the list was left, so that the way back from a person leads to the same rows. */
export function rememberList(search: Search): void {
  left = search;
}

/** The search and filters with which the list was last seen. */
export function lastList(): Search {
  return left;
}

/** Tells the list, in the step of the browser's history, who was just made. */
export type JustCreated = Pick<UserListed, 'id' | 'name' | 'billed' | 'startsOn'> & {
  mail: { id: string | null; state: 'sent' | 'on-its-way' | 'no-server' | 'none' };
};

declare module '@tanstack/react-router' {
  interface HistoryState {
    created?: JustCreated;
  }
}
