import type {
  exportBilling,
  getBilling,
  listBilledOrganisations,
  listBilledPeople,
} from '../../contract/billing.ts';
import { fullLastName } from '../../contract/names.ts';
import { translate } from '../../contract/texts.ts';
import type { Act, StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { readNamePage } from '../act/name-page.ts';
import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { csvLine } from '../lib/csv.ts';
import { countOrganisations } from '../organisations/organisations.sql.ts';
import { nameOf } from '../users/name-of.ts';
import {
  type CountedPerson,
  countMonths,
  countPeople,
  type Days,
  listOrganisations,
  listPeople,
  type Scope,
} from './billing.sql.ts';

const months = 24;

function scopeOf(organisation?: string): Scope {
  return organisation === undefined ? null : [organisation];
}

/** The days of a month up to today: nobody is billed for days that lie ahead. */
function daysOf(month: string | undefined, today: string): Days {
  const first = Temporal.PlainDate.from(month ? `${month}-01` : today).with({ day: 1 });
  const last = first.with({ day: first.daysInMonth }).toString();
  return { first: first.toString(), last: last < today ? last : today };
}

export const getBillingAct: Act<typeof getBilling> = async (db) => {
  const today = await ensureToday(db);
  return { today, months: await countMonths(db, today, months) };
};

export const listBilledOrganisationsAct: Act<typeof listBilledOrganisations> = async (
  db,
  _actor,
  { month, ...page },
) => {
  const today = await ensureToday(db);
  const days = daysOf(month, today);
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listOrganisations(db, days, today, after, limit),
      (organisation) => [organisation.name_key, organisation.id],
      ({ id, name, people }) => ({ id, name, people }),
    )),
    total: { count: await countOrganisations(db, null, ''), exact: true },
  };
};

export const listBilledPeopleAct: Act<typeof listBilledPeople> = async (
  db,
  _actor,
  { month, organisation, ...page },
) => {
  const days = daysOf(month, await ensureToday(db));
  const scope = scopeOf(organisation);
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listPeople(db, days, scope, after, limit),
      (person) => [person.sort_key, person.id],
      (person) => ({
        id: person.id,
        name: nameOf(person),
        number: person.number,
        since: person.since,
        until: person.until,
      }),
    )),
    total: { count: await countPeople(db, days, scope), exact: true },
  };
};

/** The same people as CSV, in the reader's language. */
export const exportBillingAct: StreamingAct<typeof exportBilling> = async (
  db,
  actor,
  { month, organisation },
) => {
  const days = daysOf(month, await ensureToday(db));
  return {
    fileName: `billing-${days.first.slice(0, 7)}.csv`,
    chunks: writeLines(db, actor, days, scopeOf(organisation)),
  };
};

const batch = 1000;
const heads = [
  'fields.name.number',
  'fields.name.lastName',
  'fields.name.firstName',
  'fields.name.email',
  'fields.name.personnelNumber',
  'fields.name.organisations',
  'billing.since',
  'billing.until',
] as const;

async function* writeLines(db: Db, actor: Actor, days: Days, scope: Scope): AsyncGenerator<string> {
  yield csvLine(heads.map((key) => translate(actor.language, key)));
  for (let after: [string, string] | null = null; ; ) {
    const people: CountedPerson[] = await listPeople(db, days, scope, after, batch);
    yield people.map(lineOf).join('');
    const last = people.at(-1);
    if (!last || people.length < batch) return;
    after = [last.sort_key, last.id];
  }
}

function lineOf(person: CountedPerson): string {
  return csvLine([
    String(person.number),
    fullLastName({ infix: person.infix, lastName: person.last_name }),
    person.first_name,
    person.email,
    person.personnel_number ?? '',
    person.organisations.join('; '),
    person.since,
    person.until ?? '',
  ]);
}
