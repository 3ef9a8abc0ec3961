import type { getColleague, getPeopleChoices, listPeople } from '../../contract/people.ts';
import type { UserState } from '../../contract/user-shapes.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { isVisible } from '../members/gate.ts';
import { namedOrganisations } from '../members/visible-users.ts';
import { describeColleagues } from './describe-colleagues.ts';
import { listPeoplePage } from './list-people-page.ts';

/**
 * Who stands in the directory: everybody whose staff membership covers today, also before they have chosen a password;
 * nobody who left or has yet to begin (docs/decisions/0012).
 */
const listed: UserState[] = ['pending', 'active'];

export const listPeopleAct: Act<typeof listPeople> = async (db, actor, { team, ...asked }) => {
  const today = await ensureToday(db);
  const filters = { ...asked, group: team, status: listed };
  const { ids, nextCursor, total } = await listPeoplePage(db, actor, today, filters);
  return { items: await describeColleagues(db, actor, ids, today), nextCursor, total };
};

export const getColleagueAct: Act<typeof getColleague> = (db, actor, { id }) => readColleague(db, actor, id);

/** Somebody of the directory; who does not stand in it answers like somebody who does not exist. */
export async function readColleague(db: Db, actor: Actor, id: string) {
  const today = await ensureToday(db);
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', listed)
    .executeTakeFirst();
  const seen = row && (await isVisible(db, actor, id));
  const [colleague] = seen ? await describeColleagues(db, actor, [id], today) : [];
  if (!colleague) throw new Refused('people.not-found');
  return colleague;
}

export const getPeopleChoicesAct: Act<typeof getPeopleChoices> = async (db, actor) => {
  const named = namedOrganisations(actor);
  return {
    teams: await db
      .selectFrom('groups')
      .select(['id', 'name'])
      .where('kind', '=', 'team')
      .orderBy('name_key')
      .execute(),
    organisations: await db
      .selectFrom('organisations')
      .select(['id', 'name'])
      .$if(named !== null, (query) => query.where('id', 'in', named ?? []))
      .orderBy('name_key')
      .execute(),
  };
};
