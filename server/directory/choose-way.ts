import type { ListOrder, Place } from './list-order.ts';
import type { Sample } from './sample-people.ts';
import { holds, isIndexed, type Rarity, type Sought, type Term } from './search-plan.ts';

/**
 * Three ways to a page of a search. *Gather* everybody whom the trigram index names, and sort them: quick for rare
 * terms. *Walk* along the list and keep who matches until the page is full: quick for common ones. *Skip* from stretch
 * to stretch where somebody may match: quick where they stand together, as people of one family name do.
 */
export type Way = 'gather' | 'walk' | 'skip';

// Microseconds at a million people, measured (docs/benchmarks.md); only their proportions matter.
const cost = { step: 0.3, stepWithLookUp: 4, candidate: 3, term: 300, test: 0.1, skip: 2500 };

/** A sample judged by the terms: who matches, and how often each term was met. */
export type Judged = {
  people: Sample['people'];
  matches: boolean[];
  met: number[];
  scale: number;
  rarity: Rarity;
};

/**
 * Many terms are tried on fewer people, so that choosing never takes longer than searching. Whose address is known need
 * not be looked for.
 */
export function judge({ people, total, rarity }: Sample, sought: Sought[]): Judged {
  const open = sought.filter(({ ids }) => ids.length === 0);
  const stride = Math.max(1, Math.ceil((open.length * people.length) / 8000));
  const judged = people.filter((_, index) => index % stride === 0);
  const met = sought.map(() => 0);
  const matches = judged.map(({ search_text }) => {
    let any = false;
    for (const { n, term } of open) {
      if (!holds(search_text, term)) continue;
      met[n] = (met[n] ?? 0) + 1;
      any = true;
    }
    return any;
  });
  return { people: judged, matches, met, scale: total / Math.max(1, judged.length), rarity };
}

type Asked = {
  terms: Term[];
  addresses: boolean;
  order: ListOrder;
  states: string[];
  place: Place | null;
  wanted: number;
  /** The part of the people in these states along whom the walk goes; null: all. */
  along: { share: number } | null;
};

/** The quicker way to this page, as far as the sample can tell. */
export function chooseWay(
  { people, matches, scale }: Judged,
  { terms, addresses, order, states, place, wanted, along }: Asked,
): Way {
  const indexed = terms.every(isIndexed);
  const inOrder = order.column === 'sort_key';
  const ahead = matches.filter((_, index) => {
    const { state, sort_key } = people[index] as Sample['people'][number];
    const passed = inOrder && place && (order.descending ? sort_key > place.value : sort_key < place.value);
    return states.includes(state) && !passed;
  });
  if (inOrder && order.descending) ahead.reverse();
  const density = Math.min(1, along?.share ?? 1);
  const share = ahead.filter(Boolean).length / Math.max(1, ahead.length);
  const first = ahead.indexOf(true);
  // Far later than chance would have it: the matches stand together.
  const together = inOrder && first > 4 / share;
  const passed = Math.max(wanted / share / density, together ? first * scale : 0);
  const steps = Math.min(ahead.length * scale, passed) * density;
  const byLookUp = !inOrder || along !== null;
  const costs: Record<Way, number> = {
    gather: indexed
      ? matches.filter(Boolean).length * scale * cost.candidate + terms.length * cost.term
      : Number.POSITIVE_INFINITY,
    walk: steps * ((byLookUp ? cost.stepWithLookUp : cost.step) + cost.test * terms.length),
    skip: together && !addresses ? cost.skip : Number.POSITIVE_INFINITY,
  };
  return ways.reduce((best, way) => (costs[way] < costs[best] ? way : best));
}

const ways: Way[] = ['walk', 'gather', 'skip'];
