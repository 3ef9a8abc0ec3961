import {
  deactivateUser,
  deleteUser,
  previewRemoval,
  reactivateUser,
  sendWelcomeMail,
  withdrawEmail,
} from '../../contract/accounts.ts';
import {
  addStaffMembership,
  changeStaffMembership,
  removeStaffMembership,
} from '../../contract/employees.ts';
import { setDefaultSender, setUserGroups } from '../../contract/groups.ts';
import { addMember, removeMember, resendInvitation } from '../../contract/organisations.ts';
import { changeOwnEmail, changeOwnProfile, getOwnProfile, withdrawOwnEmail } from '../../contract/profile.ts';
import { decideRequest, listRequests, requestMember } from '../../contract/requests.ts';
import { explainPermissions } from '../../contract/roles.ts';
import { requireTwoFactor, resetTwoFactor } from '../../contract/second-factors.ts';
import { declineInvitation, setPassword, unlockUser } from '../../contract/sign-in.ts';
import {
  changeUser,
  checkEmail,
  createUser,
  getUser,
  setAdminAccess,
  setUserRoles,
} from '../../contract/users.ts';
import { on, type Route } from '../http/door.ts';
import { requireTwoFactorAct, resetTwoFactorAct } from '../second-factors/guard-two-factor.ts';
import { setPasswordAct, unlockUserAct } from '../sign-in/guard-user.ts';
import { addMemberAct } from './add-member.ts';
import {
  addStaffMembershipAct,
  changeStaffMembershipAct,
  removeStaffMembershipAct,
} from './change-memberships.ts';
import { setAdminAccessAct, setUserRolesAct } from './change-rights.ts';
import { changeUserAct } from './change-user.ts';
import { checkEmailAct } from './check-email.ts';
import { createUserAct } from './create-user.ts';
import { declineInvitationAct } from './decline-invitation.ts';
import { deactivateUserAct, deleteUserAct, reactivateUserAct } from './end-account.ts';
import { explainPermissionsAct } from './explain-permissions.ts';
import { getUserAct, thenNewUser, thenUser } from './get-user.ts';
import { resendInvitationAct } from './invite-member.ts';
import { decideRequestAct, listRequestsAct, requestMemberAct } from './member-requests.ts';
import { changeOwnEmailAct, withdrawOwnEmailAct } from './own-email.ts';
import { changeOwnProfileAct, getOwnProfileAct } from './own-profile.ts';
import { previewRemovalAct } from './preview-removal.ts';
import { removeMemberAct } from './remove-member.ts';
import { sendWelcomeMailAct } from './send-welcome-mail.ts';
import { setDefaultSenderAct, setUserGroupsAct } from './set-groups.ts';
import { withdrawEmailAct } from './withdraw-email.ts';

export const accountsRoutes: Route[] = [
  on(declineInvitation, declineInvitationAct),
  on(getOwnProfile, getOwnProfileAct),
  on(changeOwnProfile, changeOwnProfileAct),
  on(changeOwnEmail, changeOwnEmailAct),
  on(withdrawOwnEmail, withdrawOwnEmailAct),
  on(checkEmail, checkEmailAct),
  on(getUser, getUserAct),
  on(createUser, thenNewUser(createUserAct)),
  on(changeUser, thenUser(changeUserAct)),
  on(setAdminAccess, thenUser(setAdminAccessAct)),
  on(setUserRoles, thenUser(setUserRolesAct)),
  on(unlockUser, thenUser(unlockUserAct)),
  on(setPassword, thenUser(setPasswordAct)),
  on(requireTwoFactor, thenUser(requireTwoFactorAct)),
  on(resetTwoFactor, thenUser(resetTwoFactorAct)),
  on(sendWelcomeMail, thenUser(sendWelcomeMailAct)),
  on(withdrawEmail, thenUser(withdrawEmailAct)),
  on(previewRemoval, previewRemovalAct),
  on(deactivateUser, thenUser(deactivateUserAct)),
  on(reactivateUser, thenUser(reactivateUserAct)),
  on(deleteUser, deleteUserAct),

  on(explainPermissions, explainPermissionsAct),
  on(setUserGroups, thenUser(setUserGroupsAct)),
  on(setDefaultSender, thenUser(setDefaultSenderAct)),
  on(addMember, addMemberAct),
  on(removeMember, removeMemberAct),
  on(resendInvitation, resendInvitationAct),
  on(requestMember, requestMemberAct),
  on(listRequests, listRequestsAct),
  on(decideRequest, decideRequestAct),
  on(addStaffMembership, thenUser(addStaffMembershipAct)),
  on(changeStaffMembership, thenUser(changeStaffMembershipAct)),
  on(removeStaffMembership, thenUser(removeStaffMembershipAct)),
];
