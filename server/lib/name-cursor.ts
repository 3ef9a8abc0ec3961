import { isId } from './ids.ts';

/** Where a list that is ordered by a name and an id goes on, as an opaque text. */
export function writeNameCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** What `writeNameCursor` wrote; null for anything else. */
export function readNameCursor(cursor: string): [string, string] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [key, id, more] = Array.isArray(value) ? value : [];
    return typeof key === 'string' && typeof id === 'string' && isId(id) && more === undefined
      ? [key, id]
      : null;
  } catch {
    return null;
  }
}
