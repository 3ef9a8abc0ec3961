import { Text } from '@mantine/core';
import type { Import } from '../../contract/imports.ts';
import { useTexts } from '../kit/texts.tsx';

const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const encodings = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

/** How the file was read, so that nobody wonders where strange letters come from. */
export function FileFacts({ item }: { item: Import }) {
  const t = useTexts();
  const { kind, encoding, separator, sheet, hasHeadings, hiddenRows, mergedCells } = item.format;
  const headings = item.columns.map(({ heading }) => heading.toLowerCase()).filter(Boolean);
  const twice = [...new Set(headings.filter((heading, at) => headings.indexOf(heading) < at))];
  const empty = item.columns.filter(({ samples }) => samples.length === 0).length;
  const words = [
    t('imports.columns.read', {
      rows: item.rows,
      kind,
      sheet: sheet ?? '',
      encoding: encoding === 'mixed' ? t('imports.encoding.mixed') : encodings[encoding ?? 'utf-8'],
      separator: separator ? t(`imports.separator.${separators[separator]}`) : '',
    }),
    !hasHeadings && t('imports.columns.no-headings'),
    hiddenRows > 0 && t('imports.columns.hidden', { count: hiddenRows }),
    mergedCells > 0 && t('imports.columns.merged'),
    twice.length > 0 && t('imports.columns.twice', { names: twice.join(', ') }),
    empty > 0 && t('imports.columns.empty', { count: empty }),
    t('imports.columns.kept'),
  ].filter(Boolean);
  return <Text size="sm">{words.join(' ')}</Text>;
}
