import type {
  exportBilling,
  getBilling,
  listBilledOrganisations,
  listBilledPeople,
} from '../../contract/billing.ts';
import { fullLastName } from '../../contract/names.ts';
import { translate } from '../../contract/texts.ts';
import type { Act, StreamingAct } from '../act/act.ts';
import { type Actor, organisationsWhere } from '../act/actor.ts';
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

function scopeOf(actor: Actor, organisation?: string): Scope {
  const own = actor.permissions.has('billing.view') ? null : organisationsWhere(actor, 'billing.view');
  if (organisation === undefined) return own;
  return own === null || own.includes(organisation) ? [organisation] : [];
}

/** The days of a month up to today: nobody is billed for days that lie ahead. */
function daysOf(month: string, today: string): Days {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const last = first.with({ day: first.daysInMonth }).toString();
  return { first: first.toString(), last: last < today ? last : today };
}

export const getBillingAct: Act<typeof getBilling> = async (db, actor) => {
  const today = await ensureToday(db);
  return { today, months: await countMonths(db, today, months, scopeOf(actor)) };
};

export const listBilledOrganisationsAct: Act<typeof listBilledOrganisations> = async (
  db,
  actor,
  { month, ...page },
) => {
  const days = daysOf(month, await ensureToday(db));
  const scope = scopeOf(actor);
  return {
    ...(await readNamePage(
      page,
      (after, limit) => listOrganisations(db, days, scope, after, limit),
      (organisation) => [organisation.name_key, organisation.id],
      ({ id, name, people }) => ({ id, name, people }),
    )),
    total: { count: await countOrganisations(db, scope, ''), exact: true },
  };
};

export const listBilledPeopleAct: Act<typeof listBilledPeople> = async (
  db,
  actor,
  { month, organisation, ...page },
) => {
  const days = daysOf(month, await ensureToday(db));
  const scope = scopeOf(actor, organisation);
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
    fileName: `billing-${month}.csv`,
    chunks: writeLines(db, actor, days, scopeOf(actor, organisation)),
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
