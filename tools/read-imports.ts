/** One import of a file: what it names (undefined when it is computed) and on which line it stands. */
export type Import = { specifier: string | undefined; line: number };

const anImport = new RegExp(
  [
    /\b(?:from|import)\s*(?<quote>['"])(?<plain>[^'"\n]+)\k<quote>/,
    /\bimport\(\s*(?:(?<quoted>['"`])(?<dynamic>[^'"`\n$]+)\k<quoted>\s*[),]|(?<computed>[^)]))/,
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/**
 * Reads every import of a TypeScript source: static, type-only, re-exported and dynamic ones. Lines that are
 * only a comment are left out; anything else that looks like an import counts, so that none can hide.
 */
export function readImports(source: string): Import[] {
  const lines = source.split('\n').map((line) => (/^\s*(\/\/|\/?\*)/.test(line) ? '' : line));
  const code = lines.join('\n');
  return [...code.matchAll(anImport)].map((match) => ({
    specifier: match.groups?.plain ?? match.groups?.dynamic,
    line: code.slice(0, match.index).split('\n').length,
  }));
}
