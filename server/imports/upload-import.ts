import type { ImportColumn, uploadImport } from '../../contract/imports.ts';
import type { Act, Uploaded } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { allowedFields } from './allowed-fields.ts';
import { describeImport } from './describe-import.ts';
import { findImport, readMappings } from './imports.sql.ts';
import { keepFile, type ReadRows } from './keep-file.ts';
import { recogniseColumns } from './recognise-columns.ts';
import { headingKey } from './recognise-headings.ts';

/**
 * Keeps the rows of a file and recognises its columns; the check follows in the background, so that what is done is
 * what was checked, whatever happens to the file.
 */
export const uploadImportAct: Act<typeof uploadImport> = async (db, actor, input) => {
  const { check, file, leavesOn = null, ...chosen } = input as typeof input & { file?: Uploaded };
  if (!file) throw new Refused('imports.no-file');
  const id = await keepFile(db, actor, file, {
    options: { ...chosen, leavesOn },
    check,
    columnsOf: (read) => recognise(db, actor, read),
  });
  return describeImport(db, actor, await findImport(db, id));
};

async function recognise(db: Db, actor: Actor, { headings, samples }: ReadRows): Promise<ImportColumn[]> {
  const keys = headings.map(headingKey).filter((key) => key !== '');
  return recogniseColumns(headings, samples, await readMappings(db, keys), allowedFields(actor));
}
