import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { Failed } from './run-quietly.mjs';

// The shell is the same Chromium without windows, and does the journeys in two thirds of the time.
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const applications = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** A way to get a browser: what to call it, when it can be tried, and what to run. */
type Way = { name: string; possible: boolean; run(): boolean };

/**
 * Finds Chromium or Chrome for the journeys: MUSTER_BROWSER, else an installed one, else one of Playwright's
 * own; when there is none it installs one, and refuses when that fails too.
 */
export function getBrowser(): string {
  const found = findBrowser(process.env);
  if (found) return found;
  for (const way of waysToInstall()) {
    if (!way.possible) continue;
    console.log(`There is no Chromium or Chrome here: installing ${way.name}…`);
    const installed = way.run() && findBrowser(process.env);
    if (installed) return installed;
  }
  throw new Failed(
    'The journeys need a browser. Install Chromium or Chrome, or name one in MUSTER_BROWSER. ' +
      'Installing one by itself did not work.',
  );
}

/** Finds an installed browser that starts; a name in PATH may be only a stub that asks to install one. */
export function findBrowser(env: NodeJS.ProcessEnv, starts = answersItsVersion): string | undefined {
  if (env.MUSTER_BROWSER) {
    if (starts(env.MUSTER_BROWSER)) return env.MUSTER_BROWSER;
    throw new Failed(`MUSTER_BROWSER names ${env.MUSTER_BROWSER}, which does not start.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
    chromium.executablePath(),
  ];
  return candidates.find((candidate) => existsSync(candidate) && starts(candidate));
}

function answersItsVersion(program: string): boolean {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}

function waysToInstall(): Way[] {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  const playwright = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  return [
    { name: "Debian's Chromium shell", possible: mayInstall, run: () => installWithApt(shell) },
    { name: "Debian's Chromium", possible: mayInstall, run: () => installWithApt('chromium') },
    {
      name: "Playwright's Chromium",
      possible: true,
      run: () => succeeds(process.execPath, [playwright, 'install', 'chromium']),
    },
  ];
}

function installWithApt(name: string): boolean {
  const install = ['install', '-y', '--no-install-recommends', name];
  return succeeds('apt-get', ['update', '-q']) && succeeds('apt-get', install);
}

function succeeds(program: string, args: string[]): boolean {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
    return true;
  } catch {
    return false;
  }
}
