import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../contract/shapes.ts';
import { cliEn, cliNl } from '../../contract/texts/cli.ts';
import { cliDoctorEn, cliDoctorNl } from '../../contract/texts/cli-doctor.ts';
import { cliFilesEn, cliFilesNl } from '../../contract/texts/cli-files.ts';
import { cliHelpEn, cliHelpNl } from '../../contract/texts/cli-help.ts';
import { cliStartEn, cliStartNl } from '../../contract/texts/cli-start.ts';
import type { TextValues } from '../../contract/texts.ts';

const english = { ...cliEn, ...cliHelpEn, ...cliStartEn, ...cliDoctorEn, ...cliFilesEn };

export type CommandText = keyof typeof english;

const messages: Record<Language, Record<CommandText, string>> = {
  en: english,
  nl: { ...cliNl, ...cliHelpNl, ...cliStartNl, ...cliDoctorNl, ...cliFilesNl },
};

/** The words of the command line; kept apart from the texts that the browser loads as well. */
export function words(language: Language, key: CommandText, values: TextValues = {}): string {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  return new IntlMessageFormat(messages[language][key], locale, undefined, { ignoreTag: true }).format(
    values,
  ) as string;
}

/** In which language the operator's terminal speaks (POSIX: LC_ALL wins over LC_MESSAGES over LANG); else English. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG } = process.env): Language {
  return /^nl([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'nl' : 'en';
}

/** Writes a line to standard output, for what the command was asked for. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What stops a command, in words of the command line; `exitCode` 2 stands for wrong usage. */
export type CommandFailure = Error & {
  code: 'command-failed';
  key: CommandText;
  values: TextValues;
  exitCode: number;
};

/** Builds what to throw when a command cannot go on. */
export function failure(key: CommandText, values: TextValues = {}, exitCode = 1): CommandFailure {
  return Object.assign(new Error(key), { code: 'command-failed' as const, key, values, exitCode });
}
