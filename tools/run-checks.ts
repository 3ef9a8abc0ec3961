import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkHabits } from './check-habits.ts';
import { checkLock } from './check-lock.ts';
import { checkOrder, type Findings } from './check-order.ts';
import type { Tally } from './tally.ts';

const root = join(import.meta.dirname, '..');
const projects = ['contract', 'server', 'web', 'test/journeys'];

type Outcome = { name: string; passed: boolean; said: string; seconds: number };

/** Runs all checks that are not tests, at the same time, and prints what each found. */
export async function runChecks(): Promise<Tally> {
  const outcomes = await Promise.all([
    inHouse('order', checkOrder),
    inHouse('habits', checkHabits),
    inHouse('lock file', checkLock),
    program('style', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
    ...projects.map((project) =>
      program(`types of ${project}`, 'typescript/bin/tsc', [
        '--noEmit',
        '-p',
        project,
        ...remembering(project),
      ]),
    ),
    program('nothing unused', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  ]);
  for (const { name, passed, said, seconds } of outcomes) {
    console.log(`${passed ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`);
    if (!passed && said !== '') console.log(said.replace(/^/gm, '  '));
  }
  const failed = outcomes.filter((outcome) => !outcome.passed);
  if (failed.length === 0) console.log(`All ${outcomes.length} checks pass.`);
  else
    console.log(
      `${failed.length} of ${outcomes.length} checks failed: ${failed.map(({ name }) => name.split(':')[0]).join(', ')}.`,
    );
  return { passed: outcomes.length - failed.length, failed: failed.length };
}

/** What has not changed since the last check need not be looked at again. */
function remembering(project: string): string[] {
  const file = join(root, '.working', `types-of-${project.replace('/', '-')}.tsbuildinfo`);
  return ['--incremental', '--tsBuildInfoFile', file];
}

async function inHouse(name: string, check: (root: string) => Findings): Promise<Outcome> {
  const began = Date.now();
  const { looked, faults } = check(root);
  return {
    name: `${name}: ${looked}`,
    passed: faults.length === 0,
    said: faults.join('\n'),
    seconds: (Date.now() - began) / 1000,
  };
}

function program(name: string, bin: string, args: string[]): Promise<Outcome> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: root });
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const end = (passed: boolean) =>
      resolve({ name, passed, said: said.trim(), seconds: (Date.now() - began) / 1000 });
    child.on('error', (error) => {
      said += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
