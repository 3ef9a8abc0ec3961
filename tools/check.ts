import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkHabits } from './check-habits.ts';
import { checkOrder, type Findings } from './check-order.ts';

const root = join(import.meta.dirname, '..');
const projects = ['contract', 'server', 'web', 'test/journeys'];

type Outcome = { name: string; passed: boolean; said: string; seconds: number };

const checks: Promise<Outcome>[] = [
  inHouse('order', checkOrder),
  inHouse('habits', checkHabits),
  program('style', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=50']),
  ...projects
    .filter((project) => existsSync(join(root, project, 'tsconfig.json')))
    .map((project) => program(`types of ${project}`, 'tsc', ['--noEmit', '-p', project])),
  program('nothing unused', 'knip', ['--no-progress']),
];

const outcomes = await Promise.all(checks);
for (const { name, passed, said, seconds } of outcomes) {
  console.log(`${passed ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`);
  if (!passed && said !== '') console.log(said.replace(/^/gm, '  '));
}
const failed = outcomes.filter((outcome) => !outcome.passed).length;
console.log(
  failed === 0 ? `All ${outcomes.length} checks pass.` : `${failed} of ${outcomes.length} checks fail.`,
);
process.exitCode = failed === 0 ? 0 : 1;

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
    const child = spawn(process.execPath, [join(root, 'node_modules', '.bin', bin), ...args], { cwd: root });
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
