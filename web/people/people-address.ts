import { z } from 'zod';
import { peopleFilters } from '../../contract/people.ts';
import type { Search } from '../kit/address-state.ts';

/** Search and filters of the directory as they stand in the address bar. */
export const peopleAddress = z.object(peopleFilters);
export type PeopleAddress = Partial<z.output<typeof peopleAddress>>;
export type ChangePeople = (changes: PeopleAddress, how?: { replace?: boolean }) => void;

export const nothingAsked = { search: undefined, team: undefined, organisation: undefined };

let left: Search = {};

/** Remembers where the directory was left, so that the way back from a card leads to the same people. */
export function rememberPeople(search: Search): void {
  left = search;
}

/** The search and filters with which the directory was last seen. */
export function lastPeople(): Search {
  return left;
}
