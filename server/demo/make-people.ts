import type { DefaultRoleKey, OrganisationRoleKey } from '../../contract/permissions.ts';
import type { NewUser } from '../users/users.sql.ts';
import { manyJobs, rareJobs } from './job-titles.ts';
import { makePeriods, type Period, type Situation, situations } from './make-periods.ts';
import { type Around, makeUser } from './make-user.ts';
import { type Dice, makeDice } from './roll-dice.ts';

export type DemoPerson = {
  user: NewUser;
  situation: Situation;
  roles: DefaultRoleKey[];
  periods: Period[];
  /** Index of the organisation, and the role there; some belong to a second one. */
  memberships: { organisation: number; role: OrganisationRoleKey }[];
};

/** How many people the demo has, and of how many organisations. */
const demoSize = 250;
export const demoOrganisations = 3;

/** The people of the demo, the same ones for the same day, in the order in which they were added. */
export function makePeople(around: Around): DemoPerson[] {
  const dice = makeDice(20_261_121);
  const today = around.now.toZonedDateTimeISO(around.timeZone).toPlainDate();
  const jobs = jobsFor(dice);
  const taken = new Set<string>();
  const people = situationsFor(dice).map((situation, index) => {
    const periods = makePeriods(situation, today, dice.between);
    const job = jobs[index] ?? dice.pick(manyJobs);
    const user = makeUser(dice, around, { situation, periods, index, taken, jobTitle: job[around.language] });
    const roles = dice.chance(0.03) ? [] : job.roles;
    return { user, situation, roles, periods, memberships: membershipsFor(dice, index) };
  });
  return people.sort((a, b) => Temporal.Instant.compare(addedAt(a.user), addedAt(b.user)));
}

function addedAt(user: NewUser): Temporal.Instant {
  return user.createdAt ?? Temporal.Now.instant();
}

/** Shuffled, except that the administrators come first: among the first ones stand the rare jobs. */
function situationsFor(dice: Dice): Situation[] {
  const special = situations.flatMap(([situation, count]) => Array<Situation>(count).fill(situation));
  const [administrators, rest] = [special.slice(0, 3), special.slice(3)];
  const others = [...rest, ...Array<Situation>(demoSize - special.length).fill('active')];
  return [...administrators, ...shuffle(others, dice)];
}

function jobsFor(dice: Dice): Pick<(typeof manyJobs)[number], 'nl' | 'en' | 'roles'>[] {
  const [director, manager, ...rest] = rareJobs.flatMap(({ count, ...job }) =>
    Array<typeof job>(count).fill(job),
  );
  const usual = Array.from({ length: demoSize - rest.length - 2 }, () => dice.pick(manyJobs));
  return [director, manager].filter((job) => job !== undefined).concat(shuffle([...rest, ...usual], dice));
}

function shuffle<T>(list: T[], { between }: Dice): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = between(0, i);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

function membershipsFor({ between, chance }: Dice, index: number): DemoPerson['memberships'] {
  const organisation = index % demoOrganisations;
  const role = index < 6 ? 'organisation-administrator' : chance(0.06) ? 'editor' : 'member';
  const first = { organisation, role } as const;
  if (!chance(0.08)) return [first];
  return [
    first,
    { organisation: (organisation + between(1, demoOrganisations - 1)) % demoOrganisations, role: 'member' },
  ];
}
