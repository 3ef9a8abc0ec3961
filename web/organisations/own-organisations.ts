import type { Permission } from '../../contract/permissions.ts';
import { useSession } from '../session/session.ts';

/** True when the reader may do this in the whole installation, not only by a role in an organisation. */
export function useSeesAll(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** The organisation that is the only one the reader sees; undefined for who sees all, several or none. */
export function useOnlyOrganisation(): string | undefined {
  const { permissions, organisations } = useSession();
  if (permissions.includes('organisations.view')) return undefined;
  const seen = organisations.filter((one) => one.permissions.includes('organisations.view'));
  return seen.length === 1 ? seen[0]?.id : undefined;
}

/** True where the reader can look people up who are not members here: the others are found by address alone. */
export function useFindsOthers(organisation: string): boolean {
  const { permissions, organisations } = useSession();
  if (permissions.includes('users.view')) return true;
  return organisations.some((one) => one.id !== organisation && one.permissions.includes('users.view'));
}
