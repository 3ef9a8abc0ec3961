import type {
  CalendarLink,
  endCalendar,
  endOwnCalendar,
  getCalendar,
  getOwnCalendar,
  makeOwnCalendar,
} from '../../contract/calendars.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { hashToken, newToken } from '../lib/tokens.ts';
import { assertNotAbove, getVisibleUser, lockVisibleUser } from '../members/gate.ts';
import { publicAddress } from '../settings/public-address.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { deleteLink, findLink, type LinkRow, putLink } from './calendar-links.sql.ts';

export const getOwnCalendarAct: Act<typeof getOwnCalendar> = (db, actor) => stateOf(db, userIdOf(actor));

export const getCalendarAct: Act<typeof getCalendar> = async (db, actor, { id }) => {
  const user = await getVisibleUser(db, actor, id);
  await assertNotAbove(db, actor, user, await ensureToday(db));
  return stateOf(db, user.id);
};

/** A new address; only this answer ever holds it. */
export const makeOwnCalendarAct: Act<typeof makeOwnCalendar> = async (db, actor) => {
  const userId = userIdOf(actor);
  const token = newToken();
  const row = await transact(db, async (transaction) => {
    const made = await putLink(transaction, userId, hashToken(token));
    await record(transaction, actor, userId, 'calendars.linked');
    return made;
  });
  return { ...describe(row), address: `${publicAddress()}/api/v1/calendar.ics?token=${token}` };
};

export const endOwnCalendarAct: Act<typeof endOwnCalendar> = async (db, actor) => {
  await transact(db, (transaction) => end(transaction, actor, userIdOf(actor)));
  return undefined;
};

export const endCalendarAct: Act<typeof endCalendar> = async (db, actor, { id }) => {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, id);
    await assertNotAbove(transaction, actor, user, day);
    await end(transaction, actor, user.id);
  });
  return undefined;
};

async function end(transaction: Db, actor: Actor, userId: string): Promise<void> {
  if (!(await deleteLink(transaction, userId))) throw new Refused('calendars.no-link');
  await record(transaction, actor, userId, 'calendars.unlinked');
}

async function stateOf(db: Db, userId: string): Promise<{ link: CalendarLink | null }> {
  const row = await findLink(db, userId);
  return { link: row ? describe(row) : null };
}

function describe({ created_at, last_used_at }: LinkRow): CalendarLink {
  return { createdAt: created_at.toString(), lastUsedAt: last_used_at?.toString() ?? null };
}

function record(transaction: Db, actor: Actor, userId: string, action: string): Promise<void> {
  return recordDeeds(transaction, actor, [{ action, target: { kind: 'user', id: userId }, about: userId }]);
}
