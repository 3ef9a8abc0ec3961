/** With what each line of a back-up begins; JSON follows. */
export const marks = { header: 'H', table: 'T', row: 'R', sequence: 'S', end: 'E' } as const;

/** The first line: what it is, and of which schema. */
export type Header = { kind: 'muster backup'; migrations: { name: string; digest: string }[] };

/** Why a back-up cannot be read in; nothing was changed. */
export type BackupUnusable = Error & {
  code: 'backup-unusable';
  why: 'not-a-backup' | 'cut-off' | 'newer' | 'not-empty';
};

export function backupUnusable(why: BackupUnusable['why'], cause?: unknown): BackupUnusable {
  return Object.assign(new Error(`The back-up cannot be read in: ${why}.`, { cause }), {
    code: 'backup-unusable' as const,
    why,
  });
}

/** Lines out of text that comes in pieces; the last one may lack its end. */
export async function* splitLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
