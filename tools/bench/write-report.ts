import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Section } from './topic.ts';

const report = join(import.meta.dirname, '../../docs/benchmarks.md');

/** The section as Markdown; columns line up, so that it can be read in a terminal too. */
export function layOut({ title, about, columns, rows }: Section): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  const line = (cells: string[]) =>
    `| ${widths.map((width, n) => (cells[n] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(columns),
    rule,
    ...rows.map(line),
    '',
    ...about.map((text) => `- ${text}`),
  ].join('\n');
}

/** Puts the sections of a topic between its marks in docs/benchmarks.md, in place of the ones before. */
export function writeReport(topic: string, sections: Section[]): void {
  const [begin, end] = [`<!-- ${topic}: begin -->`, `<!-- ${topic}: end -->`];
  const text = existsSync(report) ? readFileSync(report, 'utf8') : '# Benchmarks\n';
  const block = [begin, ...sections.map(layOut), end].join('\n\n');
  const at = text.indexOf(begin);
  const rest =
    at < 0
      ? `${text.trimEnd()}\n\n${block}\n`
      : text.slice(0, at) + block + text.slice(text.indexOf(end) + end.length);
  writeFileSync(report, rest);
}
