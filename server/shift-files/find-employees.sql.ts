import { sql } from 'kysely';
import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import type { Actor } from '../act/actor.ts';
import type { Db } from '../db/transact.ts';
import { visibleUsers } from '../members/visible-users.ts';
import { nameOf } from '../users/name-of.ts';
import type { FileShift } from './file-shift.ts';

type Employee = { id: string; name: string };

/** Finds whom a row means; several where a name is that of several people. */
export type FindEmployee = (who: FileShift['who']) => Employee[];

type Row = {
  id: string;
  number: number;
  personnel_number_key: string | null;
  email_key: string | null;
  first_name: string;
  infix: string | null;
  last_name: string;
  in_team: boolean;
};

/**
 * Whom these rows mean, among those whom the actor may plan: by user number, else personnel number, else e-mail, else by
 * name among those who ever belonged to the team.
 */
export async function findEmployees(
  db: Db,
  actor: Actor,
  team: string,
  shifts: FileShift[],
): Promise<FindEmployee> {
  const some = (pick: (who: FileShift['who']) => string) => [
    ...new Set(shifts.map(({ who }) => pick(who)).filter((text) => text !== '')),
  ];
  const numbers = some(({ number }) => number).filter((text) => /^\d{1,15}$/.test(text));
  const { rows } = await sql<Row>`
    select u.id, u.number, u.personnel_number_key, u.email_key, u.first_name, u.infix, u.last_name,
      exists (select from group_members g where g.user_id = u.id and g.group_id = ${team}::uuid) as in_team
    from users u
    where u.id in (
      select id from users where number = any(${numbers}::bigint[])
      union select id from users where personnel_number_key = any(${some((who) => fold(who.personnelNumber))}::text[])
      union select id from users where email_key = any(${some((who) => emailKey(who.email))}::text[])
      union select user_id from group_members where group_id = ${team}::uuid
    ) and ${visibleUsers(actor) ?? sql`true`} and ${visibleUsers(actor, 'schedule.change') ?? sql`true`}`.execute(
    db,
  );
  const by = (key: (row: Row) => string | null) => Map.groupBy(rows, key);
  const byNumber = by(({ number }) => String(number));
  const byPersonnelNumber = by((row) => row.personnel_number_key);
  const byEmail = by((row) => row.email_key);
  const byName = by((row) => (row.in_team ? fold(nameOf(row)) : null));
  return ({ number, personnelNumber, email, name }) => {
    const found =
      number !== ''
        ? byNumber.get(String(Number(number)))
        : personnelNumber !== ''
          ? byPersonnelNumber.get(fold(personnelNumber))
          : email !== ''
            ? byEmail.get(emailKey(email))
            : byName.get(fold(name));
    return (found ?? []).map((row) => ({ id: row.id, name: nameOf(row) }));
  };
}
