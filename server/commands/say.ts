import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../contract/shapes.ts';
import { cliEn, cliNl } from '../../contract/texts/cli.ts';
import type { TextValues } from '../../contract/texts.ts';

export type CommandText = keyof typeof cliEn;

const messages: Record<Language, Record<CommandText, string>> = { en: cliEn, nl: cliNl };

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

/** What stops a command, in words of `cli.ts`; `exitCode` 2 stands for wrong usage. */
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
