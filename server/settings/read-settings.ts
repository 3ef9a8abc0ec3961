import { sql } from 'kysely';
import { type Settings, settingsShape } from '../../contract/settings.ts';
import type { Db } from '../db/transact.ts';

/** What holds until somebody chooses otherwise. */
export const defaultSettings: Settings = {
  organisationName: 'Muster',
  colour: '#0f766e',
  supportEmail: null,
  language: 'en',
  timeZone: 'Europe/Amsterdam',
  passwordPolicy: { preset: 'classic', minimumLength: 8, digit: true, lower: true, upper: true },
  lockAfter: 3,
  sessionIdleHours: 12,
  sessionMaximumDays: 30,
  twoFactorForAll: false,
  ownNameAllowed: true,
  ownContactAllowed: true,
  invitationDays: 7,
  remindAfterDays: null,
  organisationsMayInvite: true,
  groupMailAtOnce: false,
  mailKeptDays: null,
  importsKeptDays: 30,
  formerKeptMonths: null,
  salutations: [],
  jobTitles: [],
};

export type StoredSettings = Settings & { version: number; claimed: boolean; rolledOn: string };

/** The choices of this installation as they are now; each that was never made has its default. */
export async function readSettings(db: Db): Promise<StoredSettings> {
  const row = await db
    .selectFrom('installation')
    .select([sql<string>`settings::text`.as('settings'), 'version', 'claimed_at', 'rolled_on'])
    .executeTakeFirstOrThrow();
  return {
    ...rememberSettings(row.settings).settings,
    version: row.version,
    claimed: row.claimed_at !== null,
    rolledOn: row.rolled_on,
  };
}

/** Settings beside the text in which the database keeps them. */
export type KnownSettings = { text: string; settings: Settings };

let remembered: KnownSettings = { text: '{}', settings: defaultSettings };

/**
 * The settings as this process saw them last, for a statement that makes sure of them by itself: it compares the text
 * and does nothing where it is another one by now.
 */
export function lastSettings(): KnownSettings {
  return remembered;
}

/** Every request reads the settings; only when they differ from the last time are they checked again. */
export function rememberSettings(text: string): KnownSettings {
  if (remembered.text !== text) remembered = { text, settings: completeSettings(JSON.parse(text)) };
  return remembered;
}

/** A stored choice that no longer fits its shape counts as not made. */
function completeSettings(stored: Record<string, unknown>): Settings {
  const complete: Record<string, unknown> = { ...defaultSettings };
  for (const [name, shape] of Object.entries(settingsShape.shape)) {
    if (!(name in stored)) continue;
    const read = shape.safeParse(stored[name]);
    if (read.success) complete[name] = read.data;
  }
  return complete as Settings;
}
