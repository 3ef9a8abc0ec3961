import { addAccounts, type NewAccount, retryingTaken } from '../accounts/add-account.ts';
import { fieldsFrom, readBelongings } from '../accounts/create-user.ts';
import type { Actor } from '../act/actor.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { readSettings } from '../settings/read-settings.ts';
import { acting } from './import-actor.ts';
import { lockWaiting, markCreated } from './import-rows.sql.ts';
import { lockImport } from './imports.sql.ts';
import { resolveGroups } from './make-groups.ts';
import { refuseRow } from './refuse-row.ts';
import type { PlannedDeed, StoredImport, StoredRow } from './stored-import.ts';
import type { Vocabulary } from './vocabulary.ts';

const atOnce = 500;

/**
 * Adds the next new people in one transaction with the note that it was done. When one of them cannot be added any
 * more, each is tried alone, so that the others are. False when there is nobody left to add.
 */
export async function createPeople(
  db: Db,
  stored: StoredImport,
  actor: Actor,
  vocabulary: Vocabulary,
): Promise<boolean> {
  const add = (limit: number) => addWaiting(db, stored, actor, vocabulary, limit);
  const attempt = await add(atOnce);
  if (attempt.refused === undefined) return attempt.found > 0;
  for (let n = 0; n < attempt.found; n += 1) {
    const { found, refused, first } = await add(1);
    if (found === 0) return true;
    if (refused !== undefined && first) await refuseRow(db, stored.id, first, refused);
  }
  return true;
}

type Attempt = { found: number; first?: StoredRow; refused?: unknown };

async function addWaiting(
  db: Db,
  stored: StoredImport,
  actor: Actor,
  vocabulary: Vocabulary,
  limit: number,
): Promise<Attempt> {
  const attempt: Attempt = { found: 0 };
  const settings = await readSettings(db);
  const day = await ensureToday(db);
  const belongings = rememberBelongings(actor, vocabulary, day);
  try {
    await retryingTaken(['users.username-taken'], (again) =>
      transact(db, async (transaction) => {
        const now = await lockImport(transaction, stored.id);
        if (now?.state !== 'running') return;
        const rows = await lockWaiting(transaction, stored.id, 'create', limit);
        attempt.found = rows.length;
        if (rows[0]) attempt.first = rows[0];
        if (rows.length === 0) return;
        const creating = acting(actor, 'users.create');
        const accounts: NewAccount[] = [];
        for (const { plan } of rows) {
          const deed = plan?.deed ?? { fields: {} };
          const belonging = await belongings(transaction, deed);
          accounts.push({ ...accountFrom(deed, stored, settings, day), ...belonging, again });
        }
        const ids = await addAccounts(transaction, creating, accounts);
        const made = rows.map(({ line }, index) => ({ line, userId: ids[index] as string }));
        await markCreated(transaction, stored.id, made);
      }),
    );
  } catch (error) {
    attempt.refused = error;
  }
  return attempt;
}

function accountFrom(
  { fields, startsOn, leavesOn = null }: PlannedDeed,
  { options }: StoredImport,
  settings: Parameters<typeof fieldsFrom>[1],
  day: string,
) {
  const ended = leavesOn !== null && leavesOn < day;
  return {
    fields: fieldsFrom(fields as Parameters<typeof fieldsFrom>[0], settings),
    username: undefined,
    startsOn: startsOn ?? day,
    leavesOn,
    invite: options.sendWelcomeMail && !ended,
  };
}

/** Many rows wish for the same: what may be given is decided once for each wish, by the same rules as by hand. */
function rememberBelongings(actor: Actor, vocabulary: Vocabulary, day: string) {
  const known = new Map<string, Promise<Pick<NewAccount, 'roles' | 'organisations' | 'groups'>>>();
  return (transaction: Db, { roles = [], groups = [], organisation }: PlannedDeed) => {
    const wish = {
      roles,
      groups: resolveGroups(groups, vocabulary),
      ...(organisation ? { organisations: [{ id: organisation, role: 'member' }] } : {}),
    };
    const key = JSON.stringify(wish);
    const found = known.get(key) ?? readBelongings(transaction, actor, wish, day);
    known.set(key, found);
    return found;
  };
}
