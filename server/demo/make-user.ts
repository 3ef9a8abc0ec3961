import type { Language } from '../../contract/shapes.ts';
import { splitLastName } from '../lib/split-last-name.ts';
import { usernameFrom } from '../lib/usernames.ts';
import { aUser } from '../users/users.fixtures.ts';
import type { NewUser } from '../users/users.sql.ts';
import type { Period, Situation } from './make-periods.ts';
import { origins } from './names.ts';
import type { Dice } from './roll-dice.ts';

/** Where and when the demo is made. */
export type Around = {
  now: Temporal.Instant;
  timeZone: string;
  language: Language;
  salutations: readonly string[];
};

type Part = { situation: Situation; periods: Period[]; index: number; taken: Set<string>; jobTitle: string };

/** One made-up person; addresses in `taken` are given to nobody else. */
export function makeUser(
  dice: Dice,
  around: Around,
  { situation, periods, index, taken, jobTitle }: Part,
): NewUser {
  const { dutch, ...name } = makeName(dice, around);
  const times = makeTimes(dice, around, situation, periods);
  return aUser({
    ...name,
    email: makeEmail(name, taken),
    phone: dice.chance(0.55) ? makePhone(dice) : null,
    mobile: dice.chance(0.7) ? `06-00 ${pairs(dice, 3)}` : null,
    jobTitle: dice.chance(0.95) ? jobTitle : null,
    personnelNumber: dice.chance(0.88) ? `P${10_000 + index * 7}` : null,
    language: dice.chance(dutch ? 0.96 : 0.6) ? around.language : around.language === 'nl' ? 'en' : 'nl',
    timeZone: dice.chance(0.94) ? around.timeZone : dice.pick(otherZones),
    admin: situation === 'administrator',
    demo: true,
    ...times,
  });
}

const otherZones = [
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Istanbul',
  'America/Curacao',
  'America/Paramaribo',
  'Asia/Kolkata',
];

const weighted = origins.flatMap((origin) => Array<typeof origin>(origin.weight).fill(origin));

function makeName(dice: Dice, { salutations }: Around) {
  const origin = dice.pick(weighted);
  const woman = dice.chance(0.5);
  const usual = woman ? salutations[1] : salutations[0];
  const title = dice.chance(0.06) ? dice.pick(salutations.slice(2)) : usual;
  return {
    dutch: origin === origins[0],
    salutation: dice.chance(0.72) ? (title ?? null) : null,
    firstName: dice.pick(woman ? origin.women : origin.men),
    ...splitLastName(dice.pick(origin.last)),
  };
}

/** Addresses under `.example` belong to nobody (RFC 2606). */
function makeEmail(
  name: { firstName: string; infix: string | null; lastName: string },
  taken: Set<string>,
): string {
  const local = usernameFrom(
    [name.firstName, name.infix, name.lastName].filter(Boolean).join(' ').replace(' ', '.'),
  );
  let email = `${local.replaceAll('-', '')}@zonnekracht.example`;
  for (let n = 2; taken.has(email); n += 1) email = `${local.replaceAll('-', '')}${n}@zonnekracht.example`;
  taken.add(email);
  return email;
}

/** In the Dutch plan no subscriber's number begins with 0 and 06-0 is not given out, so nobody is called. */
function makePhone(dice: Dice): string {
  return `${dice.pick(['010', '020', '030', '040', '050', '058', '070'])}-0${dice.between(10, 99)} ${pairs(dice, 2)}`;
}

function pairs({ between }: Dice, count: number): string {
  return Array.from({ length: count }, () => String(between(0, 99)).padStart(2, '0')).join(' ');
}

const pending: readonly Situation[] = ['invited', 'invitation-expired', 'not-invited', 'starting'];

/** When somebody was added, let in, last seen and locked; all of it lies behind us and in that order. */
function makeTimes(dice: Dice, { now, timeZone }: Around, situation: Situation, periods: Period[]) {
  const [first] = periods;
  const last = periods.at(-1);
  const at = (day: Temporal.PlainDate) =>
    day
      .toZonedDateTime({ timeZone, plainTime: { hour: dice.between(8, 17), minute: dice.between(0, 59) } })
      .toInstant();
  const before = (moment: Temporal.Instant, hours: number) => earlier(moment, now.subtract({ hours }));
  const startsOn = first?.startsOn ?? now.toZonedDateTimeISO(timeZone).toPlainDate();
  const createdAt = before(at(startsOn.subtract({ days: dice.between(2, 20) })), 30);
  if (pending.includes(situation)) return { createdAt, activatedAt: null };
  const activatedAt = before(at(startsOn), 26);
  if (dice.chance(0.03)) return { createdAt, activatedAt, lockedAt: null };
  const seen = now.subtract({ minutes: Math.floor(60 * 24 * 42 * dice.between(1, 1000) ** 2 * 1e-6) + 7 });
  const lastSignInAt = situation === 'left' && last?.leavesOn ? earlier(at(last.leavesOn), seen) : seen;
  const lockedAt = situation === 'locked' ? now.subtract({ minutes: dice.between(9, 2800) }) : null;
  return {
    createdAt,
    activatedAt,
    lastSignInAt: lockedAt ? earlier(lastSignInAt, lockedAt) : lastSignInAt,
    lockedAt,
  };
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
