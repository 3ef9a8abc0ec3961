import { emailKey } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';
import { languages } from '../../contract/shapes.ts';
import type { Db } from '../db/transact.ts';
import type { GroupKind } from '../groups/groups.sql.ts';
import { roleName } from '../roles/role-name.ts';
import { listStoredRoles, type StoredRole } from '../roles/roles.sql.ts';

/** What roles, groups and organisations are called: by any of their names, however it is written. */
export type Vocabulary = {
  role(name: string): StoredRole | undefined;
  group(kind: GroupKind, name: string): { id: string; name: string } | undefined;
  organisation(name: string): { id: string; name: string } | undefined;
};

/** Reads all names once; a default role is known by its names in every language. */
export async function readVocabulary(db: Db): Promise<Vocabulary> {
  const roles = new Map<string, StoredRole>();
  for (const role of await listStoredRoles(db, 'installation')) {
    const names = [role.key, role.name, ...languages.map((language) => roleName(role, language))];
    for (const name of names) if (name) roles.set(fold(name), role);
  }
  const groups = new Map<string, { id: string; name: string }>();
  const rows = await db.selectFrom('groups').select(['id', 'kind', 'name', 'email', 'code']).execute();
  for (const { id, kind, name, email, code } of rows) {
    groups.set(groupKey(kind, name), { id, name });
    if (email !== null) groups.set(groupKey(kind, emailKey(email)), { id, name });
    if (code !== null) groups.set(groupKey(kind, code), { id, name });
  }
  const organisations = new Map<string, { id: string; name: string }>();
  for (const row of await db.selectFrom('organisations').select(['id', 'name']).execute()) {
    organisations.set(fold(row.name), row);
  }
  return {
    role: (name) => roles.get(fold(name)),
    group: (kind, name) => groups.get(groupKey(kind, name)),
    organisation: (name) => organisations.get(fold(name)),
  };
}

function groupKey(kind: string, name: string): string {
  return `${kind}:${fold(name)}`;
}
