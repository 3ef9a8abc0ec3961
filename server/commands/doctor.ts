import type { Language } from '../../contract/shapes.ts';
import { readConfig } from '../config.ts';
import { checkDatabase } from './check-database.ts';
import {
  checkAddress,
  checkFolder,
  checkMailServer,
  checkNode,
  checkProxies,
  checkSecret,
} from './check-machine.ts';
import type { Finding } from './finding.ts';
import { readWords } from './read-words.ts';
import { say, words } from './say.ts';

/** `muster doctor`: a line for each look; exit code 1 when something is wrong. Changes nothing. */
export async function runDoctor(given: string[], language: Language): Promise<number> {
  readWords('doctor', given, {});
  const config = readConfig();
  let wrong = 0;
  const report = ({ mark, key, values }: Finding) => {
    if (mark === '✗') wrong += 1;
    say(`${mark} ${words(language, key, values)}`);
  };
  report(checkNode());
  if (!config.databaseUrl) report(checkFolder(config.folder, language));
  const { findings, mailServer, proxy } = await checkDatabase(config, language);
  findings.forEach(report);
  report(checkAddress());
  report(checkProxies(proxy));
  report(checkSecret());
  if (mailServer !== undefined) report(await checkMailServer(mailServer));
  return wrong > 0 ? 1 : 0;
}
