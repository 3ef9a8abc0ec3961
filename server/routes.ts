import {
  deactivateUser,
  deleteUser,
  previewRemoval,
  reactivateUser,
  sendWelcomeMail,
  withdrawEmail,
} from '../contract/accounts.ts';
import { exportAudit, listAudit, listHistory, verifyAudit } from '../contract/audit.ts';
import {
  exportBilling,
  getBilling,
  listBilledOrganisations,
  listBilledPeople,
  listCorrections,
} from '../contract/billing.ts';
import {
  exportBulkPeople,
  getBulk,
  listBulk,
  listBulkPeople,
  prepareBulk,
  startBulk,
  stopBulk,
} from '../contract/bulk.ts';
import {
  addStaffMembership,
  changeStaffMembership,
  getEmployeeChoices,
  listEmployees,
  listStaffMemberships,
  removeStaffMembership,
} from '../contract/employees.ts';
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
  setDefaultSender,
  setUserGroups,
} from '../contract/groups.ts';
import {
  checkImport,
  deleteImport,
  exportRefusedRows,
  getImport,
  getImportTemplate,
  listImportRows,
  listImports,
  runImport,
  undoImport,
  uploadImport,
} from '../contract/imports.ts';
import { getMail, listMail, resendMail, sendTestMail } from '../contract/mail.ts';
import {
  addMember,
  changeMember,
  changeOrganisation,
  createOrganisation,
  deleteOrganisation,
  getOrganisation,
  listMembers,
  listOrganisations,
  removeMember,
  resendInvitation,
} from '../contract/organisations.ts';
import { getOverview } from '../contract/overview.ts';
import { changeOwnEmail, changeOwnProfile, getOwnProfile, withdrawOwnEmail } from '../contract/profile.ts';
import { decideRequest, listRequests, requestMember } from '../contract/requests.ts';
import {
  changeRole,
  createRole,
  deleteRole,
  explainPermissions,
  exportRoles,
  getRole,
  listRoleHolders,
  listRoles,
} from '../contract/roles.ts';
import {
  changeShift,
  createShift,
  deleteShift,
  exportShifts,
  getSchedule,
  getScheduleChoices,
  getShift,
} from '../contract/schedule.ts';
import {
  addPasskey,
  beginApp,
  beginPasskey,
  challengePasskey,
  confirmApp,
  getOwnSecondFactors,
  listOwnFactorKinds,
  proveAgain,
  proveSecondFactor,
  removeApp,
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
  requireTwoFactor,
  resetTwoFactor,
  signInWithPasskey,
} from '../contract/second-factors.ts';
import {
  endOtherSessions,
  endOwnSession,
  endSession,
  endSessions,
  listOwnSessions,
  listSessions,
} from '../contract/sessions.ts';
import { changeSettings, getBranding, getChoices, getSettings } from '../contract/settings.ts';
import { getSetup, previewDemo, removeDemo, setUp } from '../contract/setup.ts';
import {
  activateAccount,
  changeOwnPassword,
  confirmEmail,
  declineInvitation,
  forgotPassword,
  getSession,
  inspectLink,
  renewLink,
  resetPassword,
  setPassword,
  signIn,
  signOut,
  unlockUser,
} from '../contract/sign-in.ts';
import { createToken, endOwnToken, endToken, listOwnTokens, listTokens } from '../contract/tokens.ts';
import {
  changeUser,
  checkEmail,
  createUser,
  exportUserColumns,
  exportUsers,
  exportUserWorkbook,
  getUser,
  listUsers,
  setAdminAccess,
  setUserRoles,
} from '../contract/users.ts';
import { changeView, createView, deleteView, listViews } from '../contract/views.ts';
import {
  changeActivity,
  changeSkill,
  createActivity,
  createSkill,
  deleteActivity,
  deleteSkill,
  getWork,
  listActivities,
  listSkills,
  setAvailability,
  setUserActivities,
  setUserSkills,
} from '../contract/work.ts';
import { addMemberAct } from './accounts/add-member.ts';
import {
  addStaffMembershipAct,
  changeStaffMembershipAct,
  removeStaffMembershipAct,
} from './accounts/change-memberships.ts';
import { setAdminAccessAct, setUserRolesAct } from './accounts/change-rights.ts';
import { changeUserAct } from './accounts/change-user.ts';
import { checkEmailAct } from './accounts/check-email.ts';
import { createUserAct } from './accounts/create-user.ts';
import { declineInvitationAct } from './accounts/decline-invitation.ts';
import { deactivateUserAct, deleteUserAct, reactivateUserAct } from './accounts/end-account.ts';
import { explainPermissionsAct } from './accounts/explain-permissions.ts';
import { getUserAct, thenNewUser, thenUser } from './accounts/get-user.ts';
import { resendInvitationAct } from './accounts/invite-member.ts';
import { decideRequestAct, listRequestsAct, requestMemberAct } from './accounts/member-requests.ts';
import { changeOwnEmailAct, withdrawOwnEmailAct } from './accounts/own-email.ts';
import { changeOwnProfileAct, getOwnProfileAct } from './accounts/own-profile.ts';
import { previewRemovalAct } from './accounts/preview-removal.ts';
import { removeMemberAct } from './accounts/remove-member.ts';
import { sendWelcomeMailAct } from './accounts/send-welcome-mail.ts';
import { setDefaultSenderAct, setUserGroupsAct } from './accounts/set-groups.ts';
import { withdrawEmailAct } from './accounts/withdraw-email.ts';
import { verifyAuditAct } from './audit/verify-audit.ts';
import {
  exportBillingAct,
  getBillingAct,
  listBilledOrganisationsAct,
  listBilledPeopleAct,
} from './billing/billing.ts';
import { listCorrectionsAct } from './billing/list-corrections.ts';
import { prepareBulkAct } from './bulk/prepare-bulk.ts';
import { exportBulkPeopleAct, getBulkAct, listBulkAct, listBulkPeopleAct } from './bulk/read-bulk.ts';
import { startBulkAct, stopBulkAct } from './bulk/start-bulk.ts';
import { exportUserColumnsAct, exportUserWorkbookAct } from './directory/export-columns.ts';
import { exportUsersAct } from './directory/export-users.ts';
import { getOverviewAct } from './directory/get-overview.ts';
import { exportAuditAct, listAuditAct, listHistoryAct } from './directory/list-audit.ts';
import { getEmployeeChoicesAct, listEmployeesAct } from './directory/list-employees.ts';
import { listUsersAct } from './directory/list-users.ts';
import { changeGroupAct, createGroupAct, deleteGroupAct } from './groups/change-groups.ts';
import { addGroupMembersAct, changeGroupMemberAct, removeGroupMemberAct } from './groups/change-members.ts';
import { getGroupAct, listGroupMembersAct, listGroupsAct } from './groups/list-groups.ts';
import { previewGroupMessageAct, sendGroupMessageAct } from './groups/send-message.ts';
import { on, onStream, type Route } from './http/door.ts';
import { checkImportAct, deleteImportAct, runImportAct, undoImportAct } from './imports/change-import.ts';
import { getImportAct, listImportsAct } from './imports/list-imports.ts';
import { listImportRowsAct } from './imports/list-rows.ts';
import { uploadImportAct } from './imports/upload-import.ts';
import { exportRefusedRowsAct, getImportTemplateAct } from './imports/write-csv.ts';
import { activateAccountAct } from './invitations/activate-account.ts';
import { confirmEmailAct } from './invitations/confirm-email.ts';
import { inspectLinkAct, renewLinkAct } from './invitations/links.ts';
import { renewMailLink } from './invitations/renew-mail-link.ts';
import { changeMemberAct } from './members/change-members.ts';
import { listRoleHoldersAct } from './members/list-holders.ts';
import { listMembersAct } from './members/list-members.ts';
import {
  changeOrganisationAct,
  createOrganisationAct,
  deleteOrganisationAct,
  getOrganisationAct,
  listOrganisationsAct,
} from './members/organisations.ts';
import { visibleUsers } from './members/visible-users.ts';
import { getMailAct } from './outbox/get-mail.ts';
import { listMailAct } from './outbox/list-mail.ts';
import { resendMailAct } from './outbox/resend-mail.ts';
import { sendTestMailAct } from './outbox/send-test-mail.ts';
import { changeRoleAct, createRoleAct, deleteRoleAct } from './roles/change-roles.ts';
import { exportRolesAct, getRoleAct, listRolesAct } from './roles/list-roles.ts';
import { addPasskeyAct, beginPasskeyAct } from './second-factors/add-passkey.ts';
import { requireTwoFactorAct, resetTwoFactorAct } from './second-factors/guard-two-factor.ts';
import {
  getOwnSecondFactorsAct,
  renamePasskeyAct,
  renewRecoveryCodesAct,
} from './second-factors/own-factors.ts';
import { proveAgainAct } from './second-factors/prove-again.ts';
import { listOwnFactorKindsAct, proveSecondFactorAct } from './second-factors/prove-second-factor.ts';
import { removeAppAct, removePasskeyAct } from './second-factors/remove-factors.ts';
import { beginAppAct, confirmAppAct } from './second-factors/set-up-app.ts';
import { challengePasskeyAct, signInWithPasskeyAct } from './second-factors/sign-in-with-passkey.ts';
import { getBrandingAct, getChoicesAct } from './settings/branding.ts';
import { changeSettingsAct, getSettingsAct } from './settings/change-settings.ts';
import { getSetupAct, setUpAct } from './setup/claim-installation.ts';
import { previewDemoAct, removeDemoAct } from './setup/remove-demo.ts';
import {
  createTokenAct,
  endOwnTokenAct,
  endTokenAct,
  listOwnTokensAct,
  listTokensAct,
} from './sign-in/api-tokens.ts';
import { changeOwnPasswordAct } from './sign-in/change-own-password.ts';
import { forgotPasswordAct, resetPasswordAct } from './sign-in/forgot-password.ts';
import { setPasswordAct, unlockUserAct } from './sign-in/guard-user.ts';
import { getSessionAct, signOutAct } from './sign-in/own-session.ts';
import { signInAct } from './sign-in/sign-in.ts';
import {
  endOtherSessionsAct,
  endOwnSessionAct,
  endSessionAct,
  endSessionsAct,
  listOwnSessionsAct,
  listSessionsAct,
} from './sign-in/user-sessions.ts';
import { changeViewAct, createViewAct, deleteViewAct, listViewsAct } from './views/change-views.ts';
import {
  changeActivityAct,
  createActivityAct,
  deleteActivityAct,
  listActivitiesAct,
} from './work/change-activities.ts';
import { changeShiftAct, createShiftAct, deleteShiftAct, getShiftAct } from './work/change-shifts.ts';
import { changeSkillAct, createSkillAct, deleteSkillAct, listSkillsAct } from './work/change-skills.ts';
import { exportShiftsAct, getScheduleAct, getScheduleChoicesAct } from './work/get-schedule.ts';
import {
  getWorkAct,
  listStaffMembershipsAct,
  setAvailabilityAct,
  setUserActivitiesAct,
  setUserSkillsAct,
} from './work/user-work.ts';

/** Every call with the act that answers it; who may make it stands in the contract. */
export const routes: Route[] = [
  on(getSetup, getSetupAct),
  on(setUp, setUpAct),
  on(previewDemo, previewDemoAct),
  on(removeDemo, removeDemoAct),

  on(signIn, signInAct),
  on(getSession, getSessionAct),
  on(signOut, signOutAct),
  on(forgotPassword, forgotPasswordAct),
  on(resetPassword, resetPasswordAct),
  on(activateAccount, activateAccountAct),
  on(inspectLink, inspectLinkAct),
  on(declineInvitation, declineInvitationAct),
  on(renewLink, renewLinkAct),
  on(confirmEmail, confirmEmailAct),

  on(changeOwnPassword, changeOwnPasswordAct),
  on(proveAgain, proveAgainAct),
  on(getOwnProfile, getOwnProfileAct),
  on(changeOwnProfile, changeOwnProfileAct),
  on(changeOwnEmail, changeOwnEmailAct),
  on(withdrawOwnEmail, withdrawOwnEmailAct),
  on(listOwnSessions, listOwnSessionsAct),
  on(endOwnSession, endOwnSessionAct),
  on(endOtherSessions, endOtherSessionsAct),
  on(listOwnTokens, listOwnTokensAct),
  on(createToken, createTokenAct),
  on(endOwnToken, endOwnTokenAct),

  on(proveSecondFactor, proveSecondFactorAct),
  on(listOwnFactorKinds, listOwnFactorKindsAct),
  on(challengePasskey, challengePasskeyAct),
  on(signInWithPasskey, signInWithPasskeyAct),
  on(getOwnSecondFactors, getOwnSecondFactorsAct),
  on(beginApp, beginAppAct),
  on(confirmApp, confirmAppAct),
  on(removeApp, removeAppAct),
  on(beginPasskey, beginPasskeyAct),
  on(addPasskey, addPasskeyAct),
  on(renamePasskey, renamePasskeyAct),
  on(removePasskey, removePasskeyAct),
  on(renewRecoveryCodes, renewRecoveryCodesAct),

  on(listUsers, listUsersAct),
  onStream(exportUsers, exportUsersAct),
  onStream(exportUserColumns, exportUserColumnsAct),
  onStream(exportUserWorkbook, exportUserWorkbookAct),
  on(checkEmail, checkEmailAct),
  on(getUser, getUserAct),
  on(createUser, thenNewUser(createUserAct)),
  on(changeUser, thenUser(changeUserAct)),
  on(setAdminAccess, thenUser(setAdminAccessAct)),
  on(setUserRoles, thenUser(setUserRolesAct)),
  on(unlockUser, thenUser(unlockUserAct)),
  on(setPassword, thenUser(setPasswordAct)),
  on(listSessions, listSessionsAct),
  on(endSession, endSessionAct),
  on(endSessions, endSessionsAct),
  on(requireTwoFactor, thenUser(requireTwoFactorAct)),
  on(resetTwoFactor, thenUser(resetTwoFactorAct)),
  on(listTokens, listTokensAct),
  on(endToken, endTokenAct),
  on(sendWelcomeMail, thenUser(sendWelcomeMailAct)),
  on(withdrawEmail, thenUser(withdrawEmailAct)),
  on(previewRemoval, previewRemovalAct),
  on(deactivateUser, thenUser(deactivateUserAct)),
  on(reactivateUser, thenUser(reactivateUserAct)),
  on(deleteUser, deleteUserAct),

  on(prepareBulk, prepareBulkAct),
  on(listBulk, listBulkAct),
  on(getBulk, getBulkAct),
  on(listBulkPeople, listBulkPeopleAct),
  onStream(exportBulkPeople, exportBulkPeopleAct),
  on(startBulk, startBulkAct),
  on(stopBulk, stopBulkAct),

  on(listViews, listViewsAct),
  on(createView, createViewAct),
  on(changeView, changeViewAct),
  on(deleteView, deleteViewAct),

  on(explainPermissions, explainPermissionsAct),
  on(setUserGroups, thenUser(setUserGroupsAct)),
  on(setDefaultSender, thenUser(setDefaultSenderAct)),

  on(listRoles, listRolesAct),
  on(getRole, getRoleAct),
  on(createRole, createRoleAct),
  on(changeRole, changeRoleAct),
  on(deleteRole, deleteRoleAct),
  on(listRoleHolders, listRoleHoldersAct),
  onStream(exportRoles, exportRolesAct),

  on(listOrganisations, listOrganisationsAct),
  on(getOrganisation, getOrganisationAct),
  on(createOrganisation, createOrganisationAct),
  on(changeOrganisation, changeOrganisationAct),
  on(deleteOrganisation, deleteOrganisationAct),
  on(listMembers, listMembersAct),
  on(addMember, addMemberAct),
  on(changeMember, changeMemberAct),
  on(removeMember, removeMemberAct),
  on(resendInvitation, resendInvitationAct),
  on(requestMember, requestMemberAct),
  on(listRequests, listRequestsAct),
  on(decideRequest, decideRequestAct),

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

  on(uploadImport, uploadImportAct),
  on(listImports, listImportsAct),
  onStream(getImportTemplate, getImportTemplateAct),
  on(getImport, getImportAct),
  on(checkImport, checkImportAct),
  on(listImportRows, listImportRowsAct),
  on(runImport, runImportAct),
  on(undoImport, undoImportAct),
  on(deleteImport, deleteImportAct),
  onStream(exportRefusedRows, exportRefusedRowsAct),

  on(listMail, listMailAct(visibleUsers)),
  on(getMail, getMailAct(visibleUsers)),
  on(resendMail, resendMailAct(visibleUsers, renewMailLink)),
  on(sendTestMail, sendTestMailAct),

  on(listAudit, listAuditAct),
  onStream(exportAudit, exportAuditAct),
  on(verifyAudit, verifyAuditAct),
  on(listHistory, listHistoryAct),

  on(getSettings, getSettingsAct),
  on(changeSettings, changeSettingsAct),
  on(getBranding, getBrandingAct),
  on(getChoices, getChoicesAct),
  on(getOverview, getOverviewAct),

  on(listEmployees, listEmployeesAct),
  on(getEmployeeChoices, getEmployeeChoicesAct),
  on(listStaffMemberships, listStaffMembershipsAct),
  on(addStaffMembership, thenUser(addStaffMembershipAct)),
  on(changeStaffMembership, thenUser(changeStaffMembershipAct)),
  on(removeStaffMembership, thenUser(removeStaffMembershipAct)),
  on(getWork, getWorkAct),
  on(setUserActivities, setUserActivitiesAct),
  on(setUserSkills, setUserSkillsAct),
  on(setAvailability, setAvailabilityAct),
  on(listActivities, listActivitiesAct),
  on(createActivity, createActivityAct),
  on(changeActivity, changeActivityAct),
  on(deleteActivity, deleteActivityAct),
  on(listSkills, listSkillsAct),
  on(createSkill, createSkillAct),
  on(changeSkill, changeSkillAct),
  on(deleteSkill, deleteSkillAct),

  on(getScheduleChoices, getScheduleChoicesAct),
  on(getSchedule, getScheduleAct),
  onStream(exportShifts, exportShiftsAct),
  on(getShift, getShiftAct),
  on(createShift, createShiftAct),
  on(changeShift, changeShiftAct),
  on(deleteShift, deleteShiftAct),

  on(getBilling, getBillingAct),
  on(listBilledOrganisations, listBilledOrganisationsAct),
  on(listBilledPeople, listBilledPeopleAct),
  onStream(exportBilling, exportBillingAct),
  on(listCorrections, listCorrectionsAct),
];
