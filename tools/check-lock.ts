import { readFileSync } from 'node:fs';
import type { Findings } from './check-order.ts';

type Lock = {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
};

/**
 * Checks that package-lock.json holds the packages of every platform (a registry that lacks one leaves it out
 * without a word, and `npm ci` then refuses everywhere) and names no registry.
 */
export function checkLock(root: string): Findings {
  const { packages }: Lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'));
  const faults = Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
    ...(resolved ? [`${path} names the address ${resolved}`] : []),
    ...Object.keys(optionalDependencies ?? {})
      .filter((name) => !isThere(packages, path, name))
      .map((name) => `${path} needs ${name} on some platform, and the lock file does not have it`),
  ]);
  const count = Object.keys(packages).length;
  if (count < 2) faults.push('package-lock.json names no package');
  return { looked: `${count} packages`, faults };
}

/** Looks where Node looks: below the package itself, then in every node_modules above it. */
function isThere(packages: Lock['packages'], path: string, name: string): boolean {
  const parts = path === '' ? [''] : path.split('/node_modules/');
  return (
    parts
      .map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'))
      .some((above) => packages[`${above}${above === '' ? '' : '/'}node_modules/${name}`] !== undefined) ||
    packages[`node_modules/${name}`] !== undefined
  );
}
