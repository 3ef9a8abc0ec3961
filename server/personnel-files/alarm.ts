import type { Db } from '../db/transact.ts';
import { ensureToday } from '../employment/roll-day.ts';
import { putMail } from '../outbox/put-mail.ts';
import { nameOf } from '../users/name-of.ts';
import { troubleInWords } from './describe-files.ts';
import { noteOnFile } from './files.sql.ts';
import { listToTell } from './receivers.sql.ts';
import type { Trouble } from './sources/trouble.ts';
import type { StoredFile } from './stored-file.ts';

/** After these it does nothing by itself any more until somebody has looked and saved it again. */
const halting = ['owner-gone', 'owner-may-not', 'host-key-changed', 'host-key-unknown', 'secret-unreadable'];

/** Notes what is wrong with a link, and tells those who are to know once; the same trouble again is no news. */
export async function raiseAlarm(
  transaction: Db,
  file: StoredFile,
  { code, values }: Pick<Trouble, 'code' | 'values'>,
): Promise<void> {
  const isNews = file.trouble !== code;
  await noteOnFile(transaction, file.id, {
    trouble: code,
    trouble_values: JSON.stringify(values),
    ...(isNews ? { trouble_since: new Date().toISOString() } : {}),
    halted: halting.includes(code),
  });
  if (isNews) await tell(transaction, file, { code, values });
}

/** Notes that it works again, and tells those who were told of the trouble. */
export async function endAlarm(transaction: Db, file: StoredFile): Promise<void> {
  if (file.trouble === null) return;
  await noteOnFile(transaction, file.id, { trouble: null, trouble_values: null, trouble_since: null });
  await tell(transaction, file, null);
}

async function tell(
  transaction: Db,
  file: StoredFile,
  trouble: Pick<Trouble, 'code' | 'values'> | null,
): Promise<void> {
  const day = await ensureToday(transaction);
  for (const person of await listToTell(transaction, file, day)) {
    const { id, email, language } = person;
    await putMail(transaction, {
      kind: 'personnel-file',
      user: { id, name: nameOf(person), email },
      to: email,
      language,
      values: {
        firstName: person.first_name,
        file: file.name,
        outcome: trouble === null ? 'works' : trouble.code === 'brake' ? 'brake' : 'trouble',
        reason: trouble ? troubleInWords(trouble.code, trouble.values, language) : '',
      },
    });
  }
}
