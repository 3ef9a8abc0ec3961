import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { listSources } from './list-sources.ts';
import { type Import, readImports } from './read-imports.ts';

/** What a check found: how much it looked at, and one sentence for each fault. */
export type Findings = { looked: string; faults: string[] };

/**
 * Checks that imports point only upwards in server/order.txt and web/order.txt, that the web imports only the
 * contract and itself, and the contract only itself; packages are free. Reading no import is a fault.
 */
export function checkOrder(root: string): Findings {
  const faults: string[] = [];
  const counts = ['contract', 'server', 'web'].map((top) => {
    const order = top === 'contract' ? undefined : readOrder(root, top);
    if (order) faults.push(...missingInOrder(root, top, order));
    const files = listSources(root, top, /\.(ts|tsx|mts|js|mjs)$/);
    let count = 0;
    for (const file of files) {
      for (const found of readImports(readFileSync(join(root, file), 'utf8'))) {
        count++;
        const fault = judge(file, found, order);
        if (fault) faults.push(`${file}:${found.line} ${fault}`);
      }
    }
    if (files.length > 0 && count === 0) faults.push(`${top}: no import was read, so nothing was checked`);
    return `${top} ${count}`;
  });
  if (listSources(root, 'server', /\.ts$/).length === 0) faults.push('server: no file was read');
  return { looked: `imports read: ${counts.join(', ')}`, faults };
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function judge(file: string, found: Import, order: string[] | undefined): string | undefined {
  const { specifier } = found;
  const top = topOf(file);
  if (specifier === undefined) return 'imports something computed, which cannot be checked';
  if (!specifier.startsWith('.')) {
    const forBrowser = top !== 'server' && !isTest(file);
    return forBrowser && specifier.startsWith('node:')
      ? `imports ${specifier}, which no browser has`
      : undefined;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (isTest(file) && topOf(target) !== 'web') return undefined;
  if (topOf(target) !== top) {
    return topOf(target) === 'contract'
      ? undefined
      : `imports ${target}: ${top} may not know ${topOf(target)}`;
  }
  if (isTest(target)) return `imports ${target}, which is a test`;
  return order && judgePlaces(file, target, order);
}

function judgePlaces(file: string, target: string, order: string[]): string | undefined {
  const [from, to] = [placeOf(file), placeOf(target)];
  // What does not stand in the list is a fault of its own.
  if (from === to || !order.includes(from) || !order.includes(to)) return undefined;
  if (order.indexOf(to) < order.indexOf(from)) return undefined;
  return `imports ${target}: ${to} stands below ${from} in ${topOf(file)}/order.txt`;
}

const topOf = (path: string) => path.split('/')[0] ?? '';
const placeOf = (path: string) => path.split('/')[1] ?? '';

function readOrder(root: string, top: string): string[] {
  const file = join(root, top, 'order.txt');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/)[0] ?? '')
    .filter((name) => name !== '' && !name.startsWith('#'));
}

function missingInOrder(root: string, top: string, order: string[]): string[] {
  if (!existsSync(join(root, top))) return [];
  const twice = order.filter((name, index) => order.indexOf(name) !== index);
  const missing = readdirSync(join(root, top)).filter((name) => {
    if (order.includes(name) || isTest(name)) return false;
    return statSync(join(root, top, name)).isDirectory()
      ? listSources(root, `${top}/${name}`, /\.(ts|tsx)$/).length > 0
      : /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts');
  });
  return [
    ...twice.map((name) => `${top}/order.txt names ${name} twice`),
    ...missing.map((name) => `${top}/${name} does not stand in ${top}/order.txt`),
  ];
}
