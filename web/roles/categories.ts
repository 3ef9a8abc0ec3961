import type { Role } from '../../contract/roles.ts';
import type { Texts } from '../kit/texts.tsx';

/**
 * Roles by category: the default ones first, then each category by name, then own roles without one, and roles in an
 * organisation last.
 */
export function categoriesOf(roles: readonly Role[], t: Texts): { name: string; roles: Role[] }[] {
  const [defaults, own, members] = [
    t('roles.category.default'),
    t('roles.category.own'),
    t('roles.category.organisation'),
  ];
  const nameOf = ({ category, key, scope }: Role) => {
    if (category) return category;
    if (scope === 'organisation') return members;
    return key === null ? own : defaults;
  };
  const rank = (name: string) => [defaults, undefined, own, members].indexOf(name);
  const place = (name: string) => (rank(name) < 0 ? 1 : rank(name));
  const names = [...new Set(roles.map(nameOf))];
  names.sort((one, other) => place(one) - place(other) || one.localeCompare(other));
  return names.map((name) => ({ name, roles: roles.filter((role) => nameOf(role) === name) }));
}
