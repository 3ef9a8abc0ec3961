import { type GroupField, groupFields } from '../../contract/import-fields.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { createGroupAct } from '../groups/change-groups.ts';
import type { GroupKind } from '../groups/groups.sql.ts';
import { acting } from './import-actor.ts';
import type { StoredImport, WantedGroup } from './stored-import.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** Makes the groups that the file names and nothing is called yet. Doing it again makes nothing twice. */
export async function makeGroups(db: Db, stored: StoredImport, actor: Actor): Promise<void> {
  const vocabulary = await readVocabulary(db);
  for (const { field, name, willBeMade } of stored.findings.newNames ?? []) {
    const kind: GroupKind | undefined = groupFields[field as GroupField];
    if (!willBeMade || !kind || vocabulary.group(kind, name)) continue;
    await createGroupAct(db, acting(actor, 'groups.change'), { kind, name }).catch((error: unknown) => {
      // Somebody else made it meanwhile.
      if (!(error instanceof Refused && error.code === 'groups.name-taken')) throw error;
    });
  }
}

/** The ids of groups, also of those that had to be made first. Refuses one that is gone meanwhile. */
export function resolveGroups(groups: readonly WantedGroup[], vocabulary: Vocabulary): string[] {
  return groups.map(({ id, kind, name }) => {
    const found = id ?? vocabulary.group(kind as GroupKind, name)?.id;
    if (!found)
      throw new Refused('groups.unknown', { fields: [{ field: 'groups', code: 'groups.unknown' }] });
    return found;
  });
}
