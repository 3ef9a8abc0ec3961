import { type Permission, permissions } from '../../contract/permissions.ts';
import { useMay } from '../session/session.ts';

/** Every right that the reader has somewhere, in the order of the contract. */
export function useHeldPermissions(): Permission[] {
  const may = useMay();
  return permissions.filter(may);
}
