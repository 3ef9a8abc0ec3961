import type { Language } from '../../contract/shapes.ts';
import { isTextKey, translate } from '../../contract/texts.ts';

type Named = { key: string | null; name: string | null; description?: string | null };

/** What a role is called: its own name, or for a default role the name in the reader's language. */
export function roleName(role: Named, language: Language): string {
  const key = `roles.name.${role.key}`;
  return role.name ?? (isTextKey(key) ? translate(language, key) : (role.key ?? ''));
}

/** What a role is for, in a sentence; null when nobody wrote one. */
export function roleDescription(role: Named, language: Language): string | null {
  const key = `roles.about.${role.key}`;
  return role.description ?? (isTextKey(key) ? translate(language, key) : null);
}
