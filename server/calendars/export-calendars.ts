import type { exportTeamCalendar, exportUserCalendar, readCalendar } from '../../contract/calendars.ts';
import { translate } from '../../contract/texts.ts';
import type { StreamingAct } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { findGroup } from '../groups/groups.sql.ts';
import { startOfDay } from '../lib/days.ts';
import { hashToken, isToken } from '../lib/tokens.ts';
import { getVisibleUser } from '../members/gate.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { readSettings } from '../settings/read-settings.ts';
import { nameOf } from '../users/name-of.ts';
import type { Between } from '../work/shifts.sql.ts';
import { countRead, findReader } from './calendar-links.sql.ts';
import { listCalendarShifts } from './calendar-shifts.sql.ts';
import { writeCalendar } from './write-calendar.ts';

const daysBack = 90;
const daysAhead = 366;

/** The calendar behind a private link. An unknown link and one whose owner may not come in get the same answer. */
export const readCalendarAct: StreamingAct<typeof readCalendar> = async (db, _actor, { token }) => {
  const day = await ensureToday(db);
  const reader = isToken(token) ? await findReader(db, hashToken(token), day) : undefined;
  if (!reader) throw new Refused('calendars.dead-link');
  if (!(await countRead(db, reader.id))) throw new Refused('request.too-many', { retryAfter: 3600 });
  const { timeZone } = await readSettings(db);
  const first = Temporal.PlainDate.from(day).subtract({ days: daysBack });
  const between = daysFrom(first, daysBack + daysAhead, timeZone);
  const name = translate(reader.language, 'calendars.own-name');
  const shifts = await listCalendarShifts(db, { user: reader.id }, between);
  return file('muster.ics', await writeCalendar({ name, language: reader.language, named: false }, shifts));
};

export const exportTeamCalendarAct: StreamingAct<typeof exportTeamCalendar> = async (db, actor, input) => {
  const group = await findGroup(db, input.team);
  if (group?.kind !== 'team') throw new Refused('groups.not-found');
  const { timeZone } = await readSettings(db);
  const between = daysFrom(Temporal.PlainDate.from(input.from), input.days, timeZone);
  const whose = { team: input.team, visible: visibleUsers(actor) };
  const shifts = await listCalendarShifts(db, whose, between);
  const calendar = { name: group.name, language: actor.language, named: true };
  return file(`schedule-${input.from}.ics`, await writeCalendar(calendar, shifts));
};

export const exportUserCalendarAct: StreamingAct<typeof exportUserCalendar> = async (db, actor, input) => {
  const user = await getVisibleUser(db, actor, input.id);
  const { timeZone } = await readSettings(db);
  const from = input.from ?? (await ensureToday(db));
  const between = daysFrom(Temporal.PlainDate.from(from), input.days, timeZone);
  const shifts = await listCalendarShifts(db, { user: user.id }, between);
  const calendar = { name: nameOf(user), language: actor.language, named: true };
  return file(`shifts-${from}.ics`, await writeCalendar(calendar, shifts));
};

function daysFrom(first: Temporal.PlainDate, days: number, timeZone: string): Between {
  return { starts: startOfDay(first, timeZone), ends: startOfDay(first.add({ days }), timeZone) };
}

function file(fileName: string, text: string) {
  async function* chunks() {
    yield text;
  }
  return { fileName, chunks: chunks() };
}
