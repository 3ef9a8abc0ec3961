const mostEdits = 2;

/**
 * True where two texts are the same but for a letter or two that is missing, too many, another, or changed places
 * (Damerau’s four kinds of slips): one was probably meant to be the other. Short texts must be nearer.
 */
export function differByLittle(one: string, other: string): boolean {
  const allowed = Math.min(mostEdits, Math.floor(Math.min(one.length, other.length) / 4));
  if (Math.abs(one.length - other.length) > allowed) return false;
  // Numbers tell things apart that are otherwise called the same.
  if (digitsOf(one) !== digitsOf(other)) return false;
  return countEdits(one, other) <= allowed;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function countEdits(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const [above = [], twoAbove = []] = [rows[i - 1], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (twoAbove[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
