import { newId } from '../server/lib/ids.ts';

/** Input that every call with an id accepts, besides the ids in its path; by the name of the call. */
export const fittingInput: Record<string, Record<string, unknown>> = {
  'accounts.deactivate': { leavesOn: '2026-01-01' },
  'accounts.delete': { acknowledged: true },
  'users.create': { firstName: 'Noor', lastName: 'Linden', email: 'noor.linden@zonnig.example' },
  'users.set-admin-access': { granted: false },
  'users.set-roles': { roles: [] },
  'users.set-password': { password: 'Waterval-39-mos' },
  'users.set-groups': { groups: [] },
  'users.set-default-sender': { mailbox: null },
  'members.add': { email: 'nieuw@zonnig.example', role: 'member' },
  'members.change': { role: 'member' },
  'requests.create': { email: 'nieuw@zonnig.example', role: 'member' },
  'requests.decide': { approved: false },
  'me.rename-passkey': { name: 'Telefoon' },
  'users.require-two-factor': { required: true },
  'groups.add-members': { users: [newId()] },
  'activities.create': { name: 'Balie', colour: '#225588' },
  'skills.create': { name: 'Rekenen' },
  'skills.change': { name: 'Rekenen' },
  'work.set-activities': { activities: [] },
  'work.set-skills': { skills: [] },
  'work.set-availability': { week: [], exceptions: [] },
  'employment.add': { startsOn: '2026-01-01' },
  'groups.send-message': { subject: 'Zomerfeest', text: 'Komt u ook?' },
};
