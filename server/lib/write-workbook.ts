import { strToU8, Zip, ZipDeflate } from 'fflate';
import { neutraliseCell } from './csv.ts';

/** Excel refuses a sheet with more. */
const rowsAtMost = 1_048_576;

// The same rows give the same file, whenever it is made.
const sameMoment = '2000-01-01T12:00:00';

/**
 * An Excel workbook with one sheet, written while its rows come in: memory stays flat. Every cell is text; what would
 * be a formula once somebody edits it is marked as text for good, as an apostrophe typed before it would.
 */
export async function* writeWorkbook(rows: AsyncIterable<string[][]>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const take = () => chunks.splice(0);
  for (const [name, text] of Object.entries(parts)) {
    const part = new ZipDeflate(name);
    part.mtime = sameMoment;
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 });
  sheet.mtime = sameMoment;
  zip.add(sheet);
  sheet.push(strToU8(`${declaration}<worksheet xmlns="${main}"><sheetData>`));
  let written = 0;
  for await (const batch of rows) {
    const fitting = batch.slice(0, rowsAtMost - written);
    written += fitting.length;
    sheet.push(strToU8(fitting.map(rowOf).join('')));
    yield* take();
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  yield* take();
  chunks = [];
}

function rowOf(cells: string[]): string {
  return `<row>${cells.map(cellOf).join('')}</row>`;
}

function cellOf(text: string): string {
  if (text === '') return '<c/>';
  const style = neutraliseCell(text) === text ? '' : ' s="1"';
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

// What XML 1.0 cannot hold at all, halves of characters among it.
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationships = (list: [type: string, target: string][]) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${list
    .map(
      ([type, target], index) =>
        `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const parts = {
  '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Muster" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf quotePrefix="1"/></cellXfs></styleSheet>`,
};
