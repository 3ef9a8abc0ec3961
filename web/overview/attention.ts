import type { OutputOf } from '../../contract/endpoint.ts';
import type { getOverview } from '../../contract/overview.ts';

/** One thing that needs attention: how many, in which words, and the list that shows them. */
export type Attention = {
  text:
    | 'overview.locked'
    | 'overview.expired'
    | 'overview.leaving'
    | 'overview.failed-mail'
    | 'overview.waiting-mail'
    | 'overview.personnel-files';
  count: number;
  to: '/users' | '/mail' | '/personnel-files';
  search: Record<string, string>;
};

/** What needs attention, most urgent first; undefined for those who may see none of it. */
export function attentionOf(facts: OutputOf<typeof getOverview>): Attention[] | undefined {
  const waiting = facts.mailServer ? 0 : facts.waitingMail;
  const counts = [
    facts.locked,
    facts.failedMail,
    facts.pendingExpired,
    facts.waitingMail,
    facts.leavingSoon,
    facts.personnelFiles,
  ];
  if (counts.every((count) => count === null)) return undefined;
  const all: Attention[] = [
    { text: 'overview.locked', count: facts.locked ?? 0, to: '/users', search: { locked: 'true' } },
    {
      text: 'overview.personnel-files',
      count: facts.personnelFiles ?? 0,
      to: '/personnel-files',
      search: {},
    },
    { text: 'overview.failed-mail', count: facts.failedMail ?? 0, to: '/mail', search: { state: 'failed' } },
    {
      text: 'overview.expired',
      count: facts.pendingExpired ?? 0,
      to: '/users',
      search: { invitation: 'expired', status: 'pending' },
    },
    { text: 'overview.waiting-mail', count: waiting ?? 0, to: '/mail', search: { state: 'waiting' } },
    { text: 'overview.leaving', count: facts.leavingSoon ?? 0, to: '/users', search: { leavesWithin: '30' } },
  ];
  return all.filter(({ count }) => count > 0);
}
