import type { exportUsers, listUsers } from '../contract/users.ts';
import { getUserAct } from './accounts/get-user.ts';
import type { Act, StreamingAct } from './act/act.ts';
export const listUsersAct: Act<typeof listUsers> = async (db, actor, { billed, limit, search }) => {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .$if(billed !== undefined, (q) => q.where('billed', '=', billed as boolean))
    .$if(!!search, (q) => q.where('search_text', 'like', `%${search}%`))
    .orderBy('sort_key')
    .limit(limit)
    .execute();
  const items = await Promise.all(rows.map((row) => getUserAct(db, actor, { id: row.id })));
  return {
    items,
    nextCursor: null,
    total: { count: items.length, exact: true },
    notFound: [],
    dropped: 0,
    tabs: { billed: items.length, unbilled: 0 },
  };
};
export const exportUsersAct: StreamingAct<typeof exportUsers> = async () => ({
  fileName: 'users.csv',
  chunks: (async function* () {
    yield 'x';
  })(),
});
