import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../contract/shapes.ts';
import { explainFailure } from './commands/explain-failure.ts';
import { type CommandText, failure, say, terminalLanguage, words } from './commands/say.ts';

type Command = {
  help: CommandText;
  run(given: string[], language: Language): Promise<number>;
};

// Loaded when they are called, so that help and mistakes answer at once.
const commands: Record<string, Command> = {
  serve: {
    help: 'cli.help.serve',
    run: async (given, language) => (await import('./commands/serve.ts')).runServe(given, language),
  },
  demo: {
    help: 'cli.help.serve',
    run: async (given, language) => (await import('./commands/serve.ts')).runServe(given, language, true),
  },
  'create-admin': {
    help: 'cli.help.create-admin',
    run: async (given, language) =>
      (await import('./commands/create-admin.ts')).runCreateAdmin(given, language),
  },
  unlock: {
    help: 'cli.help.unlock',
    run: async (given, language) => (await import('./commands/unlock.ts')).runUnlock(given, language),
  },
  'set-password': {
    help: 'cli.help.set-password',
    run: async (given, language) =>
      (await import('./commands/set-password.ts')).runSetPassword(given, language),
  },
  'reset-two-factor': {
    help: 'cli.help.reset-two-factor',
    run: async (given, language) =>
      (await import('./commands/reset-two-factor.ts')).runResetTwoFactor(given, language),
  },
  users: {
    help: 'cli.help.users',
    run: async (given, language) => (await import('./commands/users.ts')).runUsers(given, language),
  },
  backup: {
    help: 'cli.help.backup',
    run: async (given, language) => (await import('./commands/backup.ts')).runBackup(given, language),
  },
  restore: {
    help: 'cli.help.restore',
    run: async (given, language) => (await import('./commands/restore.ts')).runRestore(given, language),
  },
  'verify-audit': {
    help: 'cli.help.verify-audit',
    run: async (given, language) =>
      (await import('./commands/verify-audit.ts')).runVerifyAudit(given, language),
  },
  doctor: {
    help: 'cli.help.doctor',
    run: async (given, language) => (await import('./commands/doctor.ts')).runDoctor(given, language),
  },
};

/** Runs a command of the operator; answers its exit code. Without a word it serves. */
export async function runCommand(given: string[]): Promise<number> {
  const language = terminalLanguage();
  endQuietlyWithoutReader();
  try {
    return await run(given, language);
  } catch (error) {
    const { text, exitCode } = explainFailure(error, language);
    process.stderr.write(`${text}\n`);
    return exitCode;
  }
}

async function run(given: string[], language: Language): Promise<number> {
  if (given.includes('--version')) return print(readVersion());
  const [name = 'serve', ...rest] = given[0]?.startsWith('-') ? ['serve', ...given] : given;
  const asksHelp = given.includes('--help') || given.includes('-h');
  if (name === 'help' || (asksHelp && given[0]?.startsWith('-'))) return print(words(language, 'cli.help'));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw failure('cli.unknown-command', { word: name }, 2);
  return asksHelp ? print(words(language, command.help)) : command.run(rest, language);
}

function print(text: string): number {
  say(text);
  return 0;
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  return String(version);
}

/** Whoever reads our output may stop reading (`| head`); that is no failure of ours. */
function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
