import { sql } from 'kysely';
import type { UserState } from '../../contract/user-shapes.ts';
import type { Db } from '../db/transact.ts';
import type { Circles } from './circles.ts';
import type { Condition } from './conditions.ts';
import { countCircles } from './count-circles.ts';
import type { Group } from './filter-groups.ts';
import type { Source, Table } from './find-people.sql.ts';
import type { ListOrder } from './list-order.ts';

/**
 * How groups are used. By name, the list walks along the smallest that stands in circles (`along`, with the conditions
 * of the others). Else: of a small one, look at everybody in it (`source`). Of a larger one, keep its ids in a hash table
 * while the list is walked. Of the largest, look up each person on the way, for many belong to it. `lookUps` does so for all.
 */
export type Weighed = {
  along: Along | null;
  source: Source | null;
  conditions: Condition[];
  lookUps: Condition[];
  /** Those whose ids are kept while the list is walked: somebody must be in each. */
  tables: Table[];
  /** How many people belong, where that is known for certain: of one group that is one circle. */
  size: number | null;
};

/** `size`: how many people of these states stand in the circles, or a few more. */
type Along = {
  circles: Circles;
  size: number;
  tables: Table[];
  conditions: Condition[];
  lookUps: Condition[];
};

type Asked = {
  order: ListOrder;
  states: UserState[];
  known: ReadonlyMap<Group, number>;
  /** About how many people there are. */
  everybody: number;
};

const small = 1500;
const large = 12_000;
// Measured: keeping s ids costs as much as looking up people for a page among n, when s * s is so many times n.
const worthOfTable = 150;

/** Counts the groups as far as it matters, and says how to use each; `known` are the sizes that need no counting. */
export async function weighGroups(
  db: Db,
  groups: Group[],
  { order, states, known, everybody }: Asked,
): Promise<Weighed> {
  const inOrder = order.column === 'sort_key';
  const sizes = new Map([
    ...known,
    ...(await sizesOf(
      db,
      groups.filter((group) => !known.has(group)),
      states,
      inOrder,
    )),
  ]);
  const size = (group: Group) => sizes.get(group) ?? large;
  const bySize = groups.toSorted((a, b) => size(a) - size(b));
  const walked = inOrder ? bySize.find(({ circles }) => circles !== null) : undefined;
  const [smallest] = bySize;
  const gathered = smallest && smallest !== walked && size(smallest) <= small ? smallest : undefined;
  // Of an order other than by name: the larger the group, the fewer people are passed and looked up for a page.
  const worth = inOrder ? large : Math.min(large, Math.sqrt(worthOfTable * everybody));
  const use = (among: Group[], steps: number) => {
    const isKept = (group: Group) => size(group) < Math.min(worth, steps);
    return {
      tables: among.filter(isKept).map((group, n) => tableOf(group, n, size(group) / Math.max(1, everybody))),
      conditions: among.filter((group) => !isKept(group)).map(({ holds }) => holds),
      lookUps: among.map(({ holds }) => holds),
    };
  };
  const others = groups.filter((group) => group !== walked);
  return {
    ...use(groups, large),
    along:
      walked?.circles && !gathered
        ? { circles: walked.circles, size: size(walked), ...use(others, size(walked)) }
        : null,
    source: gathered ? { rows: sql`select 0 as n, id from (${gathered.ids}) g`, whole: false } : null,
    size: groups.length === 1 && smallest?.circles && isOne(smallest.circles) ? size(smallest) : null,
  };
}

function isOne({ ids, person, holding }: Circles): boolean {
  return ids.length === 1 && person === null && holding === null;
}

/** Without the limit PostgreSQL might think the hash table too large. */
function tableOf({ ids }: Group, n: number, share: number): Table {
  return { name: `among_${n}`, ids: sql`select id from (${ids} limit ${sql.lit(2 * large)}) g`, share };
}

/** Of circles how many people they hold, of other groups as far as it matters. */
async function sizesOf(
  db: Db,
  groups: Group[],
  states: UserState[],
  inOrder: boolean,
): Promise<Map<Group, number>> {
  const isKept = ({ circles }: Group) => circles !== null && (inOrder || circles.holding === null);
  const kept = groups.filter(isKept);
  const counts = await countCircles(
    db,
    kept.flatMap(({ circles }) => circles?.ids ?? []),
  );
  const inStates = (id: string) => states.reduce((sum, state) => sum + (counts.get(id)?.[state] ?? 0), 0);
  return new Map([
    ...kept
      .map(({ circles }) => circles?.ids.reduce((sum, id) => sum + inStates(id), circles.person ? 1 : 0) ?? 0)
      .map((size, n): [Group, number] => [kept[n] as Group, size]),
    ...(await countGroups(
      db,
      groups.filter((group) => !isKept(group)),
    )),
  ]);
}

async function countGroups(db: Db, groups: Group[]): Promise<Map<Group, number>> {
  if (groups.length === 0) return new Map();
  const counts = groups.map(({ ids }) => sql`(select count(*)::int from (${ids} limit ${sql.lit(large)}) g)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return new Map(groups.map((group, n) => [group, rows[0]?.counts[n] ?? large]));
}
