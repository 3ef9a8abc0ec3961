import type {
  exportOwnData,
  exportOwnDataPage,
  exportPersonalData,
  exportPersonalDataPage,
} from '../../contract/personal-data.ts';
import type { StreamingAct } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertEverywhere, assertNotAbove, getVisibleUser } from '../members/gate.ts';
import { readSettings } from '../settings/read-settings.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { nameOf } from '../users/name-of.ts';
import { findUser, type UserRow } from '../users/users.sql.ts';
import { readEverything } from './read-everything.ts';
import { writeJson } from './write-json.ts';
import { type Head, writePage } from './write-page.ts';

/**
 * Everything about somebody. It tells of every organisation, of devices and of what they did: only for whoever may
 * export everybody, and not about somebody with more rights.
 */
export const exportPersonalDataPageAct: StreamingAct<typeof exportPersonalDataPage> = async (
  db,
  actor,
  { id },
) => writeAs('html', db, actor, await getExported(db, actor, id));

export const exportPersonalDataAct: StreamingAct<typeof exportPersonalData> = async (db, actor, { id }) =>
  writeAs('json', db, actor, await getExported(db, actor, id));

export const exportOwnDataPageAct: StreamingAct<typeof exportOwnDataPage> = async (db, actor) =>
  writeAs('html', db, actor, await getOneself(db, actor));

export const exportOwnDataAct: StreamingAct<typeof exportOwnData> = async (db, actor) =>
  writeAs('json', db, actor, await getOneself(db, actor));

async function getExported(db: Db, actor: Actor, id: string): Promise<UserRow> {
  const user = await getVisibleUser(db, actor, id);
  assertEverywhere(actor, 'users.export');
  await assertNotAbove(db, actor, user, await ensureToday(db));
  return user;
}

async function getOneself(db: Db, actor: Actor): Promise<UserRow> {
  const user = await findUser(db, userIdOf(actor));
  if (!user) throw new Refused('session.required');
  return user;
}

async function writeAs(kind: 'html' | 'json', db: Db, actor: Actor, user: UserRow) {
  await transact(db, (transaction) =>
    recordDeeds(transaction, actor, [
      {
        action: 'users.data-exported',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'format', from: null, to: kind }],
      },
    ]),
  );
  const { organisationName, timeZone } = await readSettings(db);
  const madeAt = Temporal.Now.instant().round('second').toString();
  const head: Head = { name: nameOf(user), number: user.number, organisation: organisationName, madeAt };
  const parts = readEverything(db, user.id);
  const reader = { language: actor.language, timeZone };
  return {
    fileName: `${actor.language === 'nl' ? 'gegevens' : 'data'}-${user.number}.${kind}`,
    chunks: kind === 'json' ? writeJson(head, parts) : writePage(head, parts, reader),
  };
}
