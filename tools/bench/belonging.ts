import { organisationRoles } from '../../contract/permissions.ts';
import { listUsers } from '../../contract/users.ts';
import { explainPermissionsAct } from '../../server/accounts/explain-permissions.ts';
import { type Actor, nobody, system } from '../../server/act/actor.ts';
import type { Database } from '../../server/db/connect.ts';
import { listUsersAct } from '../../server/directory/list-users.ts';
import { addGroupMembersAct } from '../../server/groups/change-members.ts';
import { measure, short, type Times } from './measure.ts';
import { belongTogether, type Together } from './people-together.ts';
import type { Topic } from './topic.ts';

const sizes = [100_000, 1_000_000] as const;

type Question = { name: string; most: number; work: () => Promise<unknown>; times?: number };

function listQuestions(database: Database, together: Together): Question[] {
  const { organisation, group, everybody, boss } = together;
  const everywhere = system('nl');
  const there = administratorOf(organisation, boss);
  const list = (name: string, actor: Actor, query: Record<string, unknown>): Question => {
    const input = listUsers.input.parse(query);
    return { name, most: 10, work: () => listUsersAct(database.db, actor, input) };
  };
  return [
    list('one group', everywhere, { group }),
    list('one group, `jan`', everywhere, { group, search: 'jan' }),
    list('one group, sorted by -lastSignIn', everywhere, { group, sort: '-lastSignIn' }),
    list('one organisation', everywhere, { organisation }),
    list('one organisation, `jan`', everywhere, { organisation, search: 'jan' }),
    list('its administrator: first page', there, {}),
    list('its administrator: unbilled', there, { billed: 'false' }),
    list('its administrator: `jan`', there, { search: 'jan' }),
    list('its administrator: unknown term', there, { search: 'xqvwz' }),
    list('its administrator: sorted by email', there, { sort: 'email' }),
    list('its administrator: sorted by -lastSignIn', there, { sort: '-lastSignIn' }),
    {
      name: 'adding 10,000 people to a group',
      most: 2000,
      times: 5,
      work: () =>
        undone(database, (db) =>
          addGroupMembersAct(db, everywhere, { id: together.empty, users: everybody }),
        ),
    },
    {
      name: 'what somebody may do, and why',
      most: 5,
      work: () => explainPermissionsAct(database.db, everywhere, { id: boss }),
    },
  ];
}

/** Somebody who may nothing but administrate this organisation. */
function administratorOf(organisation: string, userId: string): Actor {
  const given = new Set(organisationRoles['organisation-administrator']);
  return { ...nobody('nl'), kind: 'user', userId, scoped: new Map([[organisation, given]]) };
}

/** Does the work in a transaction that never was, so that the database stays as it is kept. */
async function undone(database: Database, work: (db: Database['db']) => Promise<unknown>): Promise<void> {
  const rollback = new Error('undone');
  await database.db
    .transaction()
    .execute(async (transaction) => {
      await work(transaction);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
}

type Measured = { question: Question; times: Times };

async function measureAll(database: Database): Promise<Measured[]> {
  const questions = listQuestions(database, await belongTogether(database));
  const measured = [];
  for (const question of questions) {
    const { work, times = 40 } = question;
    measured.push({ question, times: await measure(work, { times }) });
  }
  return measured;
}

/** Lists of those who belong somewhere, and what belonging costs; everything that the acts do. */
export const belonging: Topic = {
  name: 'belonging',
  run: async (stage) => {
    const sections = [];
    for (const kind of ['embedded', 'postgres'] as const) {
      const bySize = [];
      for (const size of sizes) bySize.push(await measureAll(await stage.open(kind, size)));
      sections.push({
        title: `Belonging, ${kind === 'embedded' ? 'embedded' : 'PostgreSQL 15'}`,
        columns: ['what', ...sizes.map((size) => size.toLocaleString('en')), 'p95', 'at most', 'reached'],
        rows: tableOf(bySize),
        about: [
          'Milliseconds inside the act (p50, and p95 at the largest). Group and organisation hold 10,000 people each.',
        ],
      });
    }
    return sections;
  },
};

function tableOf(bySize: Measured[][]): string[][] {
  const largest = bySize.at(-1) ?? [];
  return largest.map(({ question: { name, most }, times }, row) => [
    name,
    ...bySize.map((measured) => short(measured[row]?.times.p50 ?? 0)),
    short(times.p95),
    short(most),
    times.p50 <= most ? 'yes' : 'no',
  ]);
}
