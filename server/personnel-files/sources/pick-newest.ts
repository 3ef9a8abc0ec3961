/** True for a path whose last part stands for several files: `personeel-*.csv`. */
export function isPattern(name: string): boolean {
  return name.includes('*');
}

/** Of the files whose name fits, the one that was written last; of two at once the one that sorts last. */
export function pickNewest<T extends { name: string; writtenAt: number }>(
  files: readonly T[],
  pattern: string,
): T | undefined {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  return files
    .filter(({ name }) => fits(name, first, parts.slice(1, -1), last))
    .sort((a, b) => a.writtenAt - b.writtenAt || (a.name < b.name ? -1 : 1))
    .at(-1);
}

// No regular expression out of what somebody typed: one can be made to take for ever.
function fits(name: string, first: string, middle: string[], last: string): boolean {
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  let at = first.length;
  for (const part of middle) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
