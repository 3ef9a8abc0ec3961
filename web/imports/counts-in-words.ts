import { type Import, importOutcomes } from '../../contract/imports.ts';
import type { Texts } from '../kit/texts.tsx';

/** What became of the rows, or will: `New: 12 · Refused: 3`. */
export function countsInWords(counts: Partial<Import['counts']>, t: Texts): string {
  return importOutcomes
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) =>
      t('imports.count', { name: t(`imports.outcome.${outcome}`), count: counts[outcome] ?? 0 }),
    )
    .join(' · ');
}
