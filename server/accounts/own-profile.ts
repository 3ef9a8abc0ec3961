import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import type { changeOwnProfile, getOwnProfile } from '../../contract/profile.ts';
import type { Act } from '../act/act.ts';
import { type FieldRefusal, Refused } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { assertNotHeld } from '../held-fields/assert-not-held.ts';
import { listFilesOf } from '../held-fields/held-fields.sql.ts';
import { heldBy } from '../held-fields/held-fields.ts';
import { findPhotoTag } from '../photos/photos.sql.ts';
import { readSettings } from '../settings/read-settings.ts';
import { describeSession } from '../sign-in/describe-session.ts';
import { userIdOf } from '../sign-in/own-session.ts';
import { fieldsOf, findUser, lockUserRow, updateMarks, updateUser } from '../users/users.sql.ts';
import { assertPerson } from './read-person.ts';

export const getOwnProfileAct: Act<typeof getOwnProfile> = (db, actor) =>
  describeProfile(db, userIdOf(actor));

/** One's own record, and what of it one may change. */
export async function describeProfile(db: Db, userId: string): Promise<OutputOf<typeof getOwnProfile>> {
  const user = await findUser(db, userId);
  if (!user) throw new Refused('session.required');
  const settings = await readSettings(db);
  const files = (await listFilesOf(db, [userId])).get(userId) ?? [];
  return {
    ...fieldsOf(user),
    pendingEmail: user.pending_email,
    photo: await findPhotoTag(db, userId),
    mayChange: { name: settings.ownNameAllowed, contact: settings.ownContactAllowed },
    held: files.flatMap(heldBy),
  };
}

type Given = Partial<InputOf<typeof changeOwnProfile>>;

const nameFields = ['salutation', 'firstName', 'infix', 'lastName'] as const;
const contactFields = ['phone', 'mobile'] as const;

/** Changes what people may change of themselves; what the installation keeps to itself is refused at its field. */
export const changeOwnProfileAct: Act<typeof changeOwnProfile> = async (db, actor, input) => {
  const { version, ...given } = input;
  const userId = userIdOf(actor);
  const day = await ensureToday(db);
  await assertAllowed(db, given);
  await assertPerson(given);
  await transact(db, async (transaction) => {
    const user = await lockUserRow(transaction, userId);
    if (!user) throw new Refused('session.required');
    const before = fieldsOf(user);
    const changes = changesBetween<Record<string, unknown>>(before, given);
    if (changes.length === 0) return;
    await assertNotHeld(
      transaction,
      actor,
      userId,
      changes.map(({ field }) => field),
    );
    await updateUser(transaction, user, { ...before, ...given });
    if (user.is_name_guessed) await updateMarks(transaction, userId, { is_name_guessed: false });
    await recordDeeds(transaction, actor, [
      { action: 'users.changed', target: { kind: 'user', id: userId }, about: userId, changes },
    ]);
  });
  return describeSession(db, userId, day);
};

async function assertAllowed(db: Db, given: Given): Promise<void> {
  const { ownNameAllowed, ownContactAllowed } = await readSettings(db);
  const kept = [...(ownNameAllowed ? [] : nameFields), ...(ownContactAllowed ? [] : contactFields)];
  const refused: FieldRefusal[] = kept
    .filter((field) => given[field] !== undefined)
    .map((field) => ({ field, code: 'me.not-yours-to-change' }));
  if (refused.length > 0) throw new Refused('me.not-yours-to-change', { fields: refused });
}
