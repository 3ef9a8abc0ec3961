import { describeChanges } from '../../contract/change-words.ts';
import { formatMoment } from '../../contract/format-dates.ts';
import { isTextKey, translate } from '../../contract/texts.ts';
import { type Html, html } from '../http/docs/write-html.ts';
import type { DoneBy, DoneTo, KeptRow } from './kept.sql.ts';
import { style } from './page-style.ts';
import type { Part } from './read-everything.ts';
import { cellInWords, columnInWords, type Reader, tableInWords, type Word, words } from './words.ts';
import { base64 } from './write-json.ts';

export type Head = { name: string; number: number; organisation: string; madeAt: string };

/**
 * The parts as one page that needs nothing beside it and no script, to be read and printed; written while they are read.
 * Tables that hold nothing are named together at the end.
 */
export async function* writePage(head: Head, parts: Iterable<Part>, reader: Reader): AsyncGenerator<string> {
  const t = (key: Word, values = {}) => words(reader.language, key, values);
  const title = t('title', { name: head.name });
  const moment = formatMoment(reader.language, reader.timeZone, head.madeAt);
  const { organisation } = head;
  yield html`<!doctype html>
<html lang="${reader.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${t('made', { moment, organisation, number: String(head.number) })}</p>
<p>${t('about')}</p>
`.html;
  const empty: string[] = [];
  for (const { table, rows } of parts) {
    let begun = false;
    for await (const batch of rows) {
      if (!begun) yield html`<h2>${nameOf(table, reader)}</h2>\n`.html;
      if (table === 'users') yield* batch.map((row) => writeFacts(table, row, reader).html);
      else yield (begun ? '' : beginTable(table, batch[0] ?? {}, reader)) + writeLines(table, batch, reader);
      begun = true;
    }
    if (!begun) empty.push(nameOf(table, reader));
    else if (table !== 'users') yield '</tbody></table></div>\n';
  }
  yield html`${empty.length > 0 ? html`<p>${t('empty')} ${empty.join('; ')}.</p>` : html``}
<h2>${t('left-out')}</h2>
<ul><li>${t('left-out.secrets')}</li><li>${t('left-out.others')}</li><li>${t('left-out.derived')}</li></ul>
</main>
</body>
</html>
`.html;
}

function nameOf(table: string, { language }: Reader): string {
  return tableInWords(language, table) ?? table;
}

/** The record of the person: a name and a value on each line. */
function writeFacts(table: string, row: KeptRow, reader: Reader): Html {
  const facts = Object.entries(row).map(
    ([column, value]) =>
      html`<dt>${columnInWords(reader.language, column) ?? column}</dt><dd>${writeCell(table, column, value, reader)}</dd>`,
  );
  return html`<dl>${facts}</dl>\n`;
}

const columnsDone: Record<string, Word[]> = {
  'done-to': ['when', 'what', 'by', 'changes'],
  'done-by': ['when', 'what', 'on', 'column.address', 'column.device'],
};

function beginTable(table: string, row: KeptRow, { language }: Reader): string {
  const done = columnsDone[table]?.map((word) => words(language, word));
  const heads = done ?? Object.keys(row).map((column) => columnInWords(language, column) ?? column);
  const cells = heads.map((head) => html`<th scope="col">${head}</th>`);
  return html`<div class="wide" tabindex="0"><table><thead><tr>${cells}</tr></thead><tbody>\n`.html;
}

function writeLines(table: string, rows: KeptRow[], reader: Reader): string {
  return rows.map((row) => html`<tr>${cellsOf(table, row, reader)}</tr>\n`.html).join('');
}

function cellsOf(table: string, row: KeptRow, reader: Reader): Html[] {
  if (table === 'done-to') return cellsOfDoneTo(row as DoneTo, reader);
  if (table === 'done-by') return cellsOfDoneBy(row as DoneBy, reader);
  return Object.entries(row).map(
    ([column, value]) => html`<td>${writeCell(table, column, value, reader)}</td>`,
  );
}

function cellsOfDoneTo({ at, action, by, changes }: DoneTo, reader: Reader): Html[] {
  const told = describeChanges(changes ?? [], reader).map(
    ({ name, from, to }) => html`<div>${name}: ${from} → ${to}</div>`,
  );
  return [
    html`<td>${formatMoment(reader.language, reader.timeZone, at.toString())}</td>`,
    html`<td>${actionInWords(action, reader)}</td>`,
    html`<td>${words(reader.language, `by.${by}`)}</td>`,
    html`<td>${changes === null ? html`${words(reader.language, 'changes.of-others')}` : told}</td>`,
  ];
}

function cellsOfDoneBy({ at, action, on, address, device }: DoneBy, reader: Reader): Html[] {
  const target = `on.${on}` as Word;
  return [
    html`<td>${formatMoment(reader.language, reader.timeZone, at.toString())}</td>`,
    html`<td>${actionInWords(action, reader)}</td>`,
    html`<td>${words(reader.language, target)}</td>`,
    html`<td>${address ?? ''}</td>`,
    html`<td>${device ?? ''}</td>`,
  ];
}

function actionInWords(action: string, { language }: Reader): string {
  const key = `actions.${action}`;
  return isTextKey(key) ? translate(language, key) : action;
}

function writeCell(table: string, column: string, value: unknown, reader: Reader): Html {
  if (value instanceof Uint8Array)
    return html`<img alt="${columnInWords(reader.language, column) ?? column}" src="${dataAddress(value)}">`;
  return html`${cellInWords(table, column, value, reader)}`;
}

const beginnings = {
  'image/png': '89504e47',
  'image/jpeg': 'ffd8ff',
  'image/webp': '52494646',
  'image/gif': '474946',
};

function dataAddress(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const found = Object.entries(beginnings).find(([, beginning]) => start.startsWith(beginning));
  return `data:${found?.[0] ?? 'application/octet-stream'};base64,${base64(bytes)}`;
}
