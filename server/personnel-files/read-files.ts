import type {
  getFileRun,
  getPersonnelFile,
  listFileRuns,
  listPersonnelFiles,
  PersonnelFile,
} from '../../contract/personnel-files.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { readNamePage } from '../act/name-page.ts';
import { Refused } from '../act/refused.ts';
import type { Db } from '../db/transact.ts';
import { readSettings } from '../settings/read-settings.ts';
import { describeFiles, describeRuns } from './describe-files.ts';
import { findFile, listFiles } from './files.sql.ts';
import { countRuns, findRun, listRuns } from './runs.sql.ts';
import { allowedFolders } from './sources/folder.ts';
import type { StoredFile } from './stored-file.ts';

export const listPersonnelFilesAct: Act<typeof listPersonnelFiles> = async (db, actor) => ({
  items: await describeFiles(db, actor, await listFiles(db)),
  folders: allowedFolders(),
  timeZone: (await readSettings(db)).timeZone,
});

export const getPersonnelFileAct: Act<typeof getPersonnelFile> = async (db, actor, { id }) =>
  describeFile(db, actor, await getFile(db, id));

export async function describeFile(db: Db, actor: Actor, file: StoredFile): Promise<PersonnelFile> {
  const [described] = await describeFiles(db, actor, [file]);
  return described as PersonnelFile;
}

export async function getFile(db: Db, id: string): Promise<StoredFile> {
  return present(await findFile(db, id));
}

export function present(file: StoredFile | undefined): StoredFile {
  if (!file) throw new Refused('personnel-files.not-found');
  return file;
}

export const listFileRunsAct: Act<typeof listFileRuns> = async (db, actor, { id, ...page }) => {
  const file = await getFile(db, id);
  const { items, nextCursor } = await readNamePage(
    page,
    (after, limit) => listRuns(db, id, after && { at: after[0], id: after[1] }, limit),
    (run) => [run.created_at.toString(), run.id],
    (run) => run,
  );
  const total = { count: await countRuns(db, id), exact: true };
  return { items: await describeRuns(db, actor, [file], items), nextCursor, total };
};

export const getFileRunAct: Act<typeof getFileRun> = async (db, actor, { id }) => {
  const run = await findRun(db, id);
  if (!run) throw new Refused('personnel-file-runs.not-found');
  const [described] = await describeRuns(db, actor, [await getFile(db, run.file_id)], [run]);
  if (!described) throw new Refused('personnel-file-runs.not-found');
  return described;
};
