import type { InputOf } from '../../contract/endpoint.ts';
import type { releaseFromFile } from '../../contract/personnel-files.ts';
import type { Versioned } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import { changesBetween, recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { listFilesOf, updateFilePerson } from '../held-fields/held-fields.sql.ts';
import { assertNotAbove, lockVisibleUser } from '../members/gate.ts';
import { assertVersion, updateVersion } from '../users/users.sql.ts';
import { noteOnFile } from './files.sql.ts';

/** Lets go of somebody, or of some of their fields: from then on the file leaves these alone and people may change them. */
export async function releaseFromFileAct(
  db: Db,
  actor: Actor,
  input: Versioned<InputOf<typeof releaseFromFile>>,
): Promise<void> {
  const day = await ensureToday(db);
  await transact(db, async (transaction) => {
    const user = await lockVisibleUser(transaction, actor, input.id);
    await assertNotAbove(transaction, actor, user, day);
    assertVersion(user, input.version);
    const files = (await listFilesOf(transaction, [user.id])).get(user.id) ?? [];
    const before = files.find(({ id }) => id === input.file);
    if (!before) throw new Refused('personnel-files.not-of-person');
    const released = before.owned.filter((field) => input.released.includes(field));
    const after = { linked: input.linked, released };
    const changes = changesBetween<Record<string, unknown>>(
      { linked: before.linked, released: before.released },
      after,
    );
    if (changes.length === 0) return;
    await updateFilePerson(transaction, before.id, user.id, after);
    await updateVersion(transaction, user.id);
    // What was taken back is read again, also from a file that is the same.
    await noteOnFile(transaction, before.id, { done_hash: null, done_etag: null, done_modified: null });
    await recordDeeds(transaction, actor, [
      {
        action: 'users.file-released',
        target: { kind: 'user', id: user.id },
        about: user.id,
        changes: [{ field: 'personnelFile', from: null, to: before.name }, ...changes],
      },
    ]);
  });
}
