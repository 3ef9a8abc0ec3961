import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { type Choice, chooseFiles, readChoice } from './choose-tests.ts';
import { getBrowser } from './find-browser.ts';
import { listSources, sourceRoots } from './list-sources.ts';
import { runChecks } from './run-checks.ts';
import { passSignalsOn, runProgram } from './run-program.ts';
import { Failed } from './run-quietly.mjs';
import { addTallies, type JourneyReport, type Tally, tallyJourneys } from './tally.ts';
import { testFiles } from './test-files.ts';
import { startPostgres } from './throw-away-postgres.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const compiled = join(root, 'node_modules', '.cache', 'muster', 'compiled');
// Each part ends by itself in a fraction of this; on a slow machine it is better late than broken off.
const timeLimit = 25 * 60_000;

async function main(args: string[]): Promise<number> {
  const choice = readChoice(args);
  const began = Date.now();
  const server = choice.postgres ? await startPostgres() : undefined;
  try {
    const tallies = await runAll(choice, environment(server?.url));
    console.log(`\nDone in ${Math.round((Date.now() - began) / 1000)} s.`);
    for (const [name, tally] of tallies) console.log(`${name}: ${say(tally)}`);
    const total = addTallies([...tallies.values()]);
    console.log(`\n${say(total)}`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  } finally {
    await server?.stop();
  }
}

async function runAll(choice: Choice, env: NodeJS.ProcessEnv): Promise<Map<string, Tally>> {
  const tallies = new Map<string, Tally>();
  const all = sourceRoots.flatMap((top) => listSources(root, top, /\.test\.ts$/));
  const files = chooseFiles(all, choice);
  const journeys = choice.journeys ? files.filter(isJourney) : [];
  const tests = choice.tests ? files.filter((file) => !isJourney(file)) : [];
  const whole = choice.filters.length === 0;
  if (whole && choice.tests && !choice.postgres) tallies.set('checks', await attempt(runChecks));
  if (tests.length > 0 || (whole && choice.tests))
    tallies.set('tests', await attempt(() => runTests(tests, env)));
  if (journeys.length > 0 || (whole && choice.journeys)) {
    tallies.set('journeys', await attempt(() => runJourneys(journeys, choice, env)));
  }
  if (tallies.size === 0) console.log(`No test file has ${choice.filters.join(' or ')} in its path.`);
  return tallies;
}

const isJourney = (file: string) => file.startsWith('test/journeys/');
const say = ({ passed, failed }: Tally) => `${passed} passed, ${failed} failed`;

/** Tests must not depend on what the person at the keyboard has set for a server of their own. */
function environment(postgresUrl: string | undefined): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => name === 'MUSTER_BROWSER' || !/^(MUSTER_|DATABASE_URL$|PG[A-Z]+$|NODE_OPTIONS$)/.test(name),
  );
  const database = postgresUrl
    ? { MUSTER_TEST_DATABASE: 'postgres', MUSTER_TEST_POSTGRES_URL: postgresUrl }
    : { MUSTER_TEST_DATABASE: 'embedded' };
  // Each test file is a thread of its own: what Node made of the sources for one, the others need not make again.
  return { NODE_COMPILE_CACHE: compiled, ...Object.fromEntries(own), ...database };
}

async function runTests(files: string[], env: NodeJS.ProcessEnv): Promise<Tally> {
  if (files.length === 0) throw new Failed('There are no tests.');
  // More than there are cores, because a test also waits: for hashes, for programs that start, for a lock.
  const lanes = Math.min(6, availableParallelism() + 1);
  const paths = longestFirst(files).map((file) => join(root, file));
  return testFiles(paths, { env, lanes, signal: AbortSignal.timeout(timeLimit) });
}

/** What starts whole programs takes longest; begun last, the others would wait for it. */
function longestFirst(files: string[]): string[] {
  const long = (file: string) => file.startsWith('test/') || file.includes('/embedded/');
  return [...files.filter(long), ...files.filter((file) => !long(file))];
}

async function runJourneys(files: string[], { oneLanguage }: Choice, env: NodeJS.ProcessEnv): Promise<Tally> {
  if (files.length === 0) throw new Failed('There are no journeys.');
  const browser = getBrowser();
  await build(root, process.execPath, 'web');
  const report = join(reports, 'journeys.json');
  rmSync(report, { force: true });
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const chosen = files.map((file) => `${file.replaceAll('.', '\\.')}$`);
  const args = [playwright, 'test', ...(oneLanguage ? ['--grep', ' Dutch '] : []), ...chosen];
  const exitCode = await runProgram(args, { ...env, MUSTER_BROWSER: browser }, timeLimit);
  return tallyJourneys(readReport(report), exitCode);
}

function readReport(file: string): JourneyReport | undefined {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text === '' ? undefined : (JSON.parse(text) as JourneyReport);
}

/** A part that cannot even begin is one failure, and the other parts still run. */
async function attempt(part: () => Promise<Tally>): Promise<Tally> {
  try {
    return await part();
  } catch (error) {
    console.error(error instanceof Failed ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

passSignalsOn();
process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Failed ? error.message : error);
  console.log(`\n${say({ passed: 0, failed: 1 })}`);
  return 1;
});
