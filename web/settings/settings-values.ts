import type { OutputOf, SentInputOf } from '../../contract/endpoint.ts';
import type { changeSettings, getSettings } from '../../contract/settings.ts';
import type { Language } from '../../contract/shapes.ts';

export type SettingsAnswer = OutputOf<typeof getSettings>;
type SettingsInput = SentInputOf<typeof changeSettings>;

/** A number field that was emptied holds an empty text. */
type Typed = number | string;

export type MailServerValues = {
  host: string;
  port: Typed;
  security: 'tls' | 'starttls' | 'none';
  username: string;
  /** Only what was typed now; the stored one is never answered. */
  password: string;
  fromAddress: string;
  fromName: string;
};

/** The settings as the fields of the page hold them. */
export type SettingsValues = {
  organisationName: string;
  colour: string;
  supportEmail: string;
  language: Language;
  timeZone: string;
  passwordPolicy: {
    preset: 'classic' | 'nist' | 'custom';
    minimumLength: Typed;
    digit: boolean;
    lower: boolean;
    upper: boolean;
  };
  lockAfter: Typed;
  sessionIdleHours: Typed;
  sessionMaximumDays: Typed;
  twoFactorForAll: boolean;
  ownNameAllowed: boolean;
  ownContactAllowed: boolean;
  invitationDays: Typed;
  /** Empty: never, as with mail and people who left. */
  remindAfterDays: Typed;
  organisationsMayInvite: boolean;
  groupMailAtOnce: boolean;
  mailKeptDays: Typed;
  importsKeptDays: Typed;
  formerKeptMonths: Typed;
  /** One per line. */
  salutations: string;
  jobTitles: string;
  mailServer: MailServerValues | null;
};

/** What the fields hold when the page is opened. */
export function valuesOf(settings: SettingsAnswer): SettingsValues {
  const { mailServer } = settings;
  return {
    organisationName: settings.organisationName,
    colour: settings.colour,
    supportEmail: settings.supportEmail ?? '',
    language: settings.language,
    timeZone: settings.timeZone,
    passwordPolicy: settings.passwordPolicy,
    lockAfter: settings.lockAfter,
    sessionIdleHours: settings.sessionIdleHours,
    sessionMaximumDays: settings.sessionMaximumDays,
    twoFactorForAll: settings.twoFactorForAll,
    ownNameAllowed: settings.ownNameAllowed,
    ownContactAllowed: settings.ownContactAllowed,
    invitationDays: settings.invitationDays,
    remindAfterDays: settings.remindAfterDays ?? '',
    organisationsMayInvite: settings.organisationsMayInvite,
    groupMailAtOnce: settings.groupMailAtOnce,
    mailKeptDays: settings.mailKeptDays ?? '',
    importsKeptDays: settings.importsKeptDays,
    formerKeptMonths: settings.formerKeptMonths ?? '',
    salutations: settings.salutations.join('\n'),
    jobTitles: settings.jobTitles.join('\n'),
    mailServer: mailServer && {
      host: mailServer.host,
      port: mailServer.port,
      security: mailServer.security,
      username: mailServer.username ?? '',
      password: '',
      fromAddress: mailServer.fromAddress,
      fromName: mailServer.fromName ?? '',
    },
  };
}

export const newMailServer: MailServerValues = {
  host: '',
  port: 587,
  security: 'starttls',
  username: '',
  password: '',
  fromAddress: '',
  fromName: '',
};

/** The names of the settings that were changed on the page. */
export function changedNames(values: SettingsValues, before: SettingsValues): (keyof SettingsValues)[] {
  const names = Object.keys(values) as (keyof SettingsValues)[];
  return names.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(before[name]));
}

/** What is sent: only what was changed, so that nothing of somebody else's is overwritten. */
export function inputOf(values: SettingsValues, before: SettingsValues): SettingsInput {
  const input = {
    ...values,
    lockAfter: numberOf(values.lockAfter),
    sessionIdleHours: numberOf(values.sessionIdleHours),
    sessionMaximumDays: numberOf(values.sessionMaximumDays),
    invitationDays: numberOf(values.invitationDays),
    remindAfterDays: numberOrNever(values.remindAfterDays),
    mailKeptDays: numberOrNever(values.mailKeptDays),
    importsKeptDays: numberOf(values.importsKeptDays),
    formerKeptMonths: numberOrNever(values.formerKeptMonths),
    passwordPolicy: {
      ...values.passwordPolicy,
      minimumLength: numberOf(values.passwordPolicy.minimumLength),
    },
    salutations: linesOf(values.salutations),
    jobTitles: linesOf(values.jobTitles),
    mailServer: values.mailServer && serverInput(values.mailServer),
  } satisfies SettingsInput;
  return Object.fromEntries(changedNames(values, before).map((name) => [name, input[name]]));
}

function serverInput({ password, username, fromName, port, ...rest }: MailServerValues) {
  return {
    ...rest,
    port: numberOf(port),
    username: username.trim() || null,
    fromName: fromName.trim() || null,
    ...(password === '' ? {} : { password }),
  };
}

/** The number fields that were left empty, which the shape of the call would only call the wrong kind. */
export function emptyNumbers(values: SettingsValues): string[] {
  const numbers: Record<string, Typed | undefined> = {
    lockAfter: values.lockAfter,
    sessionIdleHours: values.sessionIdleHours,
    sessionMaximumDays: values.sessionMaximumDays,
    invitationDays: values.invitationDays,
    importsKeptDays: values.importsKeptDays,
    'passwordPolicy.minimumLength': values.passwordPolicy.minimumLength,
    'mailServer.port': values.mailServer?.port,
  };
  return Object.keys(numbers).filter((name) => numbers[name] === '');
}

function numberOf(typed: Typed): number {
  return typed === '' ? Number.NaN : Number(typed);
}

function numberOrNever(typed: Typed): number | null {
  return typed === '' ? null : Number(typed);
}

/** The lines of a list, numbered as the reader sees them, without the empty ones. */
function filledLines(text: string): { line: string; number: number }[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== '');
}

function linesOf(text: string): string[] {
  return filledLines(text).map(({ line }) => line);
}

/** The line in the field, counted from 1, that holds the entry which the server counts from 0. */
export function lineOfEntry(text: string, entry: number): number {
  return filledLines(text)[entry]?.number ?? entry + 1;
}
