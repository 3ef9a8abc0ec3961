/** How somebody of the demo stands today. */
export type Situation =
  | 'active'
  | 'administrator'
  | 'locked'
  | 'leaving'
  | 'returned'
  | 'invited'
  | 'invitation-expired'
  | 'not-invited'
  | 'starting'
  | 'left';

/** How many of each there are; all others are simply active. */
export const situations: readonly [Situation, number][] = [
  ['administrator', 3],
  ['locked', 5],
  ['leaving', 8],
  ['returned', 6],
  ['invited', 6],
  ['invitation-expired', 5],
  ['not-invited', 4],
  ['starting', 6],
  ['left', 30],
];

export type Period = { startsOn: Temporal.PlainDate; leavesOn: Temporal.PlainDate | null };

/** The staff memberships of somebody in this situation, oldest first. */
export function makePeriods(
  situation: Situation,
  today: Temporal.PlainDate,
  between: (low: number, high: number) => number,
): Period[] {
  const ago = (low: number, high: number) => today.subtract({ days: between(low, high) });
  const ahead = (low: number, high: number) => today.add({ days: between(low, high) });
  switch (situation) {
    case 'invited':
    case 'not-invited':
      return [{ startsOn: ago(0, 4), leavesOn: null }];
    case 'invitation-expired':
      return [{ startsOn: ago(12, 40), leavesOn: null }];
    case 'starting':
      return [{ startsOn: firstOfMonthOr(ahead(2, 40), between, today), leavesOn: null }];
    case 'leaving':
      return [{ startsOn: ago(200, 2600), leavesOn: ahead(1, 30) }];
    case 'left': {
      const leavesOn = ago(3, 1100);
      return [{ startsOn: leavesOn.subtract({ days: between(60, 2500) }), leavesOn }];
    }
    case 'returned': {
      const startsOn = ago(30, 700);
      const leavesOn = startsOn.subtract({ days: between(60, 900) });
      return [
        { startsOn: leavesOn.subtract({ days: between(150, 1500) }), leavesOn },
        { startsOn, leavesOn: null },
      ];
    }
    default:
      return [{ startsOn: ago(60, 4000), leavesOn: null }];
  }
}

/** Most people begin on the first of a month, when that still lies ahead. */
function firstOfMonthOr(
  day: Temporal.PlainDate,
  between: (low: number, high: number) => number,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const first = day.with({ day: 1 });
  return between(1, 3) > 1 && Temporal.PlainDate.compare(first, today) > 0 ? first : day;
}
