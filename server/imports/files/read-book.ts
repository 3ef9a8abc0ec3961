import { Refused } from '../../act/refused.ts';
import { walkXml, type XmlHandlers } from './read-xml.ts';
import type { Zip } from './read-zip.ts';

export type Book = {
  sheet: { name: string; path: string };
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
  strings: string[];
  /** How the numbers of each style are shown. */
  formats: NumberFormat[];
};

type NumberFormat = { isDate: boolean; zeros: number };

const mostText = 80 * 1024 * 1024;

/** What a spreadsheet says about itself: the first sheet that is not hidden, its texts, and how numbers look. */
export async function readBook(zip: Zip): Promise<Book> {
  const { sheets, from1904 } = await readWorkbook(zip);
  const targets = await readTargets(zip);
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const target = sheet && targets.get(sheet.id);
  if (!sheet || !target) throw new Refused('imports.unreadable');
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return {
    sheet: { name: sheet.name, path },
    from1904,
    strings: await readStrings(zip),
    formats: await readFormats(zip),
  };
}

async function walk(zip: Zip, path: string, handlers: XmlHandlers): Promise<void> {
  if (!zip.has(path)) return;
  for await (const _ of walkXml(zip.read(path), handlers));
}

async function readWorkbook(zip: Zip) {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await walk(zip, 'xl/workbook.xml', {
    open: (tag, attribute) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (tag !== 'sheet') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? '', hidden });
    },
  });
  return { sheets, from1904 };
}

async function readTargets(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await walk(zip, 'xl/_rels/workbook.xml.rels', {
    open: (tag, attribute) => {
      if (tag === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  });
  return targets;
}

async function readStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let length = 0;
  let inText = false;
  let inPhonetic = false;
  await walk(zip, 'xl/sharedStrings.xml', {
    open: (tag) => {
      if (tag === 'si') current = '';
      if (tag === 'rPh') inPhonetic = true;
      inText = tag === 't' && !inPhonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (tag) => {
      inText = false;
      if (tag === 'rPh') inPhonetic = false;
      if (tag !== 'si') return;
      length += current.length;
      if (length > mostText) throw new Refused('imports.file-too-large');
      strings.push(unescapeText(current));
    },
  });
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    code === '0000' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const builtInDates = new Set(
  [14, 22, 27, 36, 45, 47, 50, 58].flatMap((edge, index, edges) =>
    index % 2 === 0 ? Array.from({ length: (edges[index + 1] ?? edge) - edge + 1 }, (_, n) => edge + n) : [],
  ),
);

async function readFormats(zip: Zip): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellStyles = false;
  await walk(zip, 'xl/styles.xml', {
    open: (tag, attribute) => {
      if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (tag === 'cellXfs') inCellStyles = true;
      if (tag !== 'xf' || !inCellStyles) return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(formatOf(id, codes.get(id) ?? ''));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function formatOf(id: number, code: string): NumberFormat {
  // Texts in quotes, escaped letters, and colours or conditions in brackets are no parts of a date.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return {
    isDate: builtInDates.has(id) || /[dmy]/i.test(bare),
    zeros: /^0+$/.test(bare) ? bare.length : 0,
  };
}
