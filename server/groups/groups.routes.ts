import {
  addGroupMembers,
  changeGroup,
  changeGroupMember,
  createGroup,
  deleteGroup,
  getGroup,
  listGroupMembers,
  listGroups,
  previewGroupMessage,
  removeGroupMember,
  sendGroupMessage,
} from '../../contract/groups.ts';
import { on, type Route } from '../http/door.ts';
import { changeGroupAct, createGroupAct, deleteGroupAct } from './change-groups.ts';
import { addGroupMembersAct, changeGroupMemberAct, removeGroupMemberAct } from './change-members.ts';
import { getGroupAct, listGroupMembersAct, listGroupsAct } from './list-groups.ts';
import { previewGroupMessageAct, sendGroupMessageAct } from './send-message.ts';

export const groupsRoutes: Route[] = [
  on(listGroups, listGroupsAct),
  on(getGroup, getGroupAct),
  on(createGroup, createGroupAct),
  on(changeGroup, changeGroupAct),
  on(deleteGroup, deleteGroupAct),
  on(listGroupMembers, listGroupMembersAct),
  on(addGroupMembers, addGroupMembersAct),
  on(changeGroupMember, changeGroupMemberAct),
  on(removeGroupMember, removeGroupMemberAct),
  on(previewGroupMessage, previewGroupMessageAct),
  on(sendGroupMessage, sendGroupMessageAct),
];
