import type { listUsers } from '../../contract/users.ts';
import type { Act } from '../act/act.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { addGroups } from './add-groups.ts';
import { describePeople } from './describe-people.ts';
import { listNotFound } from './find-page.ts';
import { listPeoplePage } from './list-people-page.ts';

/**
 * One page of the list of users. A term counts as found when anybody whom the actor may see matches it, whatever the
 * tab and the filters: somebody who pastes a list wants to know which of these people do not exist.
 */
export const listUsersAct: Act<typeof listUsers> = async (db, actor, { withGroups, ...asked }) => {
  const today = await ensureToday(db);
  const { ids, question, rows, counts, ...page } = await listPeoplePage(db, actor, today, asked);
  const people = await describePeople(db, ids, actor);
  return {
    ...page,
    items: withGroups ? await addGroups(db, people, today) : people,
    notFound: await listNotFound(db, question, rows),
    dropped: question.search?.dropped ?? 0,
    tabs: {
      billed: (counts.pending ?? 0) + (counts.active ?? 0),
      unbilled: (counts.starting ?? 0) + (counts.deactivated ?? 0),
    },
  };
};
