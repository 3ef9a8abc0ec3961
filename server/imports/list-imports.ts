import { z } from 'zod';
import type { getImport, listImports } from '../../contract/imports.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { isId } from '../lib/ids.ts';
import { describeImport, describeImports } from './describe-import.ts';
import { getStoredImport } from './get-import.ts';
import { countStoredImports, listStoredImports, visibleImports } from './imports.sql.ts';

export const getImportAct: Act<typeof getImport> = async (db, actor, { id }) =>
  describeImport(db, actor, await getStoredImport(db, actor, id));

export const listImportsAct: Act<typeof listImports> = async (db, actor, { limit, cursor }) => {
  const visible = visibleImports(actor);
  const found = await listStoredImports(
    db,
    visible,
    cursor === undefined ? null : readCursor(cursor),
    limit + 1,
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await describeImports(db, actor, page),
    nextCursor: found.length > limit && last ? writeCursor(last.created_at, last.id) : null,
    total: { count: await countStoredImports(db, visible), exact: true },
  };
};

const cursorShape = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

function writeCursor(at: Temporal.Instant, id: string): string {
  return Buffer.from(JSON.stringify([at.toString(), id])).toString('base64url');
}

function readCursor(text: string): { at: string; id: string } {
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id };
  } catch {
    throw new Refused('request.bad-cursor');
  }
}
