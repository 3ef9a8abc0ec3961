import type { Texts } from '../kit/texts.tsx';
import type { ListAddress } from './list-address.ts';

/** A filter that is on: what it says, and the change of the address that takes it away. */
export type ActiveFilter = { key: keyof ListAddress; text: string; without: ListAddress };

/** The filters that hold several values. */
type ListFilter = 'role' | 'organisation' | 'group' | 'status' | 'twoFactor';

type Names = { t: Texts; roleName: (role: string) => string; belongingName: (id: string) => string };

/** Every filter of the address in words; not the search, which stands in its own box. */
export function activeFilters(address: ListAddress, { t, roleName, belongingName }: Names): ActiveFilter[] {
  const listed = (name: ListFilter, title: string, word: (value: string) => string) => {
    const values: string[] = address[name] ?? [];
    return values.length > 0 && filter(name, `${title}: ${values.map(word).join(', ')}`);
  };
  const told = (name: 'locked' | 'admin' | 'neverSignedIn', yes: string, no: string) =>
    address[name] !== undefined && filter(name, address[name] ? yes : no);
  const all = [
    listed('role', t('fields.name.roles'), roleName),
    listed('organisation', t('groups.filter.organisations'), belongingName),
    listed('group', t('groups.filter.groups'), belongingName),
    listed('status', t('users.filters.status'), (state) => stateWord(state, t)),
    listed('twoFactor', t('users.filters.two-factor'), (state) => twoFactorWord(state, t)),
    told('locked', t('users.filters.locked'), t('users.filters.not-locked')),
    told('admin', t('users.filters.admin'), t('users.filters.not-admin')),
    told('neverSignedIn', t('users.filters.never-signed-in'), t('users.filters.signed-in-before')),
    address.invitation && filter('invitation', t(`users.filters.invitation.${address.invitation}`)),
    address.leavesWithin !== undefined &&
      filter('leavesWithin', t('users.filters.leaves-within', { days: address.leavesWithin })),
  ];
  return all.filter((one) => typeof one === 'object');
}

function filter(key: keyof ListAddress, text: string): ActiveFilter {
  return { key, text, without: { [key]: undefined } };
}

function stateWord(state: string, t: Texts): string {
  return t(`states.${state as 'pending'}`);
}

function twoFactorWord(state: string, t: Texts): string {
  return t(`users.two-factor.${state as 'off'}`);
}
