import type { Permission } from '../../contract/permissions.ts';
import { useSession } from '../session/session.ts';

/** Whether the reader has a right in the whole installation: only then may they put it into a role. */
export function useHeld(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
