import {
  changeMember,
  changeOrganisation,
  createOrganisation,
  deleteOrganisation,
  getOrganisation,
  listMembers,
  listOrganisations,
} from '../../contract/organisations.ts';
import { listRoleHolders } from '../../contract/roles.ts';
import { on, type Route } from '../http/door.ts';
import { changeMemberAct } from './change-members.ts';
import { listRoleHoldersAct } from './list-holders.ts';
import { listMembersAct } from './list-members.ts';
import {
  changeOrganisationAct,
  createOrganisationAct,
  deleteOrganisationAct,
  getOrganisationAct,
  listOrganisationsAct,
} from './organisations.ts';

export const membersRoutes: Route[] = [
  on(listRoleHolders, listRoleHoldersAct),

  on(listOrganisations, listOrganisationsAct),
  on(getOrganisation, getOrganisationAct),
  on(createOrganisation, createOrganisationAct),
  on(changeOrganisation, changeOrganisationAct),
  on(deleteOrganisation, deleteOrganisationAct),
  on(listMembers, listMembersAct),
  on(changeMember, changeMemberAct),
];
