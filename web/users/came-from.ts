import { useSearch } from '@tanstack/react-router';
import type { TextKey } from '../../contract/texts.ts';
import type { Search } from '../kit/address-state.ts';

const lists = {
  users: { to: '/users', text: 'users.page.crumb' },
  employees: { to: '/employees', text: 'employees.title' },
  people: { to: '/people', text: 'people.title' },
} as const satisfies Record<string, { to: string; text: TextKey }>;

/** The list from which somebody is made (`?from=employees`): the way back, and where one arrives afterwards. */
export function useCameFrom(): (typeof lists)[keyof typeof lists] {
  const { from } = useSearch({ strict: false }) as Search;
  return typeof from === 'string' && Object.hasOwn(lists, from)
    ? lists[from as keyof typeof lists]
    : lists.users;
}
