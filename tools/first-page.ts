import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the browser starts, and the page that must be there first (product §11). */
const beginnings = ['web/main.tsx', 'web/users/users-page.tsx'];

const staticImport = /^(?:import|export)\s(?!type\b)(?:[^'"`;]*?\sfrom\s)?\s*'(\.[^']+\.tsx?)'/gm;
const packageImport = /^import\s(?!type\b)\{([^}]*)\}\sfrom\s'@/gm;

/**
 * What a first visit to the list of users takes of our own: `files` with their sources, and `named`, what those import
 * by name from packages. Parts that are loaded when they are opened do not count.
 */
export function readFirstPage(root: string): { files: Map<string, string>; named: Set<string> } {
  const files = new Map<string, string>();
  const follow = (file: string) => {
    if (files.has(file)) return;
    const source = readFileSync(file, 'utf8');
    files.set(file, source);
    for (const [, path = ''] of source.matchAll(staticImport)) follow(join(dirname(file), path));
  };
  for (const beginning of beginnings) follow(join(root, beginning));
  const lists = [...files.values()].flatMap((source) =>
    [...source.matchAll(packageImport)].flatMap(([, names = '']) => names.split(',')),
  );
  return { files, named: new Set(lists.map((name) => name.trim()).filter((name) => /^\w+$/.test(name))) };
}

/**
 * Parts the texts into those that the first page names in its sources, whole (`'users.list.name'`) or with something
 * to fill in (`` `states.${state}` ``), and the others.
 */
export function partTexts(texts: Record<string, string>, files: Map<string, string>) {
  const sources = [...files].filter(([file]) => file.includes('/web/')).map(([, source]) => source);
  const whole = new Set(
    sources.flatMap((source) => [...source.matchAll(/'([a-z][\w.-]+)'/gi)].map(([, key]) => key)),
  );
  const shapes = sources.flatMap((source) =>
    [...source.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})+)`/g)]
      .map(([, shape = '']) => shape.split(/\$\{[^}]*\}/))
      .filter((parts) => parts.length > 1 && parts.join('').includes('.'))
      .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`)),
  );
  const isFirst = (key: string) => whole.has(key) || shapes.some((shape) => shape.test(key));
  const pick = (first: boolean) => Object.entries(texts).filter(([key]) => isFirst(key) === first);
  return { first: Object.fromEntries(pick(true)), rest: Object.fromEntries(pick(false)) };
}
