import type { ImportColumn } from '../../contract/imports.ts';
import type { testPersonnelFile } from '../../contract/personnel-files.ts';
import { type FileSource, needsSecret, placeOfSecret } from '../../contract/personnel-sources.ts';
import type { Act } from '../act/act.ts';
import type { Actor } from '../act/actor.ts';
import { Refused, refuseField } from '../act/refused.ts';
import { recordDeeds } from '../audit/record-deeds.ts';
import { type Db, transact } from '../db/transact.ts';
import { allowedFields } from '../imports/allowed-fields.ts';
import { readFile } from '../imports/files/read-file.ts';
import { readMappings } from '../imports/imports.sql.ts';
import { readRows } from '../imports/keep-file.ts';
import { recogniseColumns } from '../imports/recognise-columns.ts';
import { headingKey } from '../imports/recognise-headings.ts';
import { minutes } from '../lib/days.ts';
import { takeTurns } from '../lib/take-turns.ts';
import { assertEverywhere } from '../members/gate.ts';
import { troubleInWords } from './describe-files.ts';
import { getFile } from './read-files.ts';
import { type Secret, withFetchedFile } from './sources/fetch-file.ts';
import { limits } from './sources/receive.ts';
import { Trouble } from './sources/trouble.ts';
import { secretOf, sourceInWords } from './stored-file.ts';

/** Whoever tests waits for the answer, and few do at a time. */
const whileWaiting = { ...limits, total: minutes(1) };
const inTurn = takeTurns({ running: 2, waiting: 10 });

type Found = { size: number; rows: number; hasHeadings: boolean; columns: ImportColumn[] };

/** Fetches the file as a run would, reads it, and keeps nothing of it. */
export const testPersonnelFileAct: Act<typeof testPersonnelFile> = async (db, actor, input) => {
  assertEverywhere(actor, 'users.import');
  const { source, file } = input;
  const secret = await secretFor(db, input);
  let found: Found | undefined;
  let trouble: Trouble | undefined;
  try {
    found = await inTurn(() => look(db, actor, source, secret));
  } catch (error) {
    trouble = asTrouble(error);
  }
  await transact(db, (transaction) =>
    recordDeeds(transaction, actor, [
      {
        action: 'personnel-files.tested',
        target: { kind: 'personnel-file', id: file ?? null },
        about: null,
        changes: [
          { field: 'source', from: null, to: sourceInWords(source) },
          { field: 'trouble', from: null, to: trouble?.code ?? null },
        ],
      },
    ]),
  );
  return {
    trouble: trouble
      ? { code: trouble.code, text: troubleInWords(trouble.code, trouble.values, actor.language) }
      : null,
    hostKey: typeof trouble?.values.hostKey === 'string' ? trouble.values.hostKey : hostKeyOf(source),
    size: found?.size ?? null,
    rows: found?.rows ?? null,
    hasHeadings: found?.hasHeadings ?? true,
    columns: found?.columns ?? [],
  };
};

/** What a run that fails says for itself; a fault of ours is thrown on. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  if (error instanceof Refused && error.status < 500) return new Trouble(error.code, error.values, error);
  throw error;
}

function hostKeyOf(source: FileSource): string | null {
  return source.kind === 'sftp' ? source.hostKey : null;
}

type Given = {
  source: FileSource;
  secret?: string | undefined;
  passphrase?: string | undefined;
  file?: string | undefined;
};

async function secretFor(db: Db, { source, secret, passphrase = '', file }: Given): Promise<Secret | null> {
  const stored = file === undefined ? undefined : await getFile(db, file);
  if (!needsSecret(source)) return null;
  if (secret !== undefined) return { secret, passphrase: passphrase || null };
  // A server that is not known yet is only asked for its key.
  if (source.kind === 'sftp' && source.hostKey === null) return null;
  if (!stored) throw refuseField('personnel-files.secret-missing', 'secret');
  if (placeOfSecret(source) !== placeOfSecret(stored.source)) {
    throw refuseField('personnel-files.secret-again', 'secret');
  }
  return secretOf(stored);
}

function look(db: Db, actor: Actor, source: FileSource, secret: Secret | null): Promise<Found> {
  return withFetchedFile(source, secret, { limits: whileWaiting }, async (file) => {
    if (!file) throw new Trouble('unexpected');
    const { format, rows } = await readFile(file.path);
    const read = await readRows(rows, async () => undefined, format.kind);
    const keys = read.headings.map(headingKey).filter((key) => key !== '');
    const columns = recogniseColumns(
      read.headings,
      read.samples,
      await readMappings(db, keys),
      allowedFields(actor),
    );
    return { size: file.size, rows: read.count, hasHeadings: read.hasHeadings, columns };
  });
}
