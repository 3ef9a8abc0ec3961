import { changeRole, createRole, deleteRole, exportRoles, getRole, listRoles } from '../../contract/roles.ts';
import { on, onStream, type Route } from '../http/door.ts';
import { changeRoleAct, createRoleAct, deleteRoleAct } from './change-roles.ts';
import { exportRolesAct, getRoleAct, listRolesAct } from './list-roles.ts';

export const rolesRoutes: Route[] = [
  on(listRoles, listRolesAct),
  on(getRole, getRoleAct),
  on(createRole, createRoleAct),
  on(changeRole, changeRoleAct),
  on(deleteRole, deleteRoleAct),
  onStream(exportRoles, exportRolesAct),
];
