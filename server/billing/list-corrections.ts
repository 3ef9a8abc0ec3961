import type { listCorrections } from '../../contract/billing.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { nameOf } from '../users/name-of.ts';
import { countStoredCorrections, listStoredCorrections } from './corrections.sql.ts';

/** What changed in months that were over; the database notes it with the change (migrations/0006-work.sql). */
export const listCorrectionsAct: Act<typeof listCorrections> = async (
  db,
  actor,
  { month, limit, cursor },
) => {
  const before = cursor === undefined ? null : Number(cursor);
  if (before !== null && !Number.isSafeInteger(before)) throw new Refused('request.bad-cursor');
  const visible = visibleUsers(actor, 'billing.view');
  const stored = await listStoredCorrections(db, visible, month, before, limit + 1);
  const items = stored.slice(0, limit).map(({ user_id, at, seq, people, ...rest }) => ({
    seq,
    month: rest.month,
    at: at.toString(),
    person: user_id === null ? null : { id: user_id, name: nameOf(rest) },
    people,
  }));
  return {
    items,
    nextCursor: stored.length > limit ? String(items.at(-1)?.seq) : null,
    total: { count: await countStoredCorrections(db, visible, month), exact: true },
  };
};
