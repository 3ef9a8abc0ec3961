import { makeDice } from '../server/demo/roll-dice.ts';

/**
 * A personnel file of the size and the faults of a real one, made up anew from a seed: Windows-1252, semicolons, Dutch
 * headings, infixes in a column of their own, and now and then a row that nobody can take as it stands.
 */
const headings = [
  'Medewerkernummer',
  'Aanhef',
  'Roepnaam',
  'Voorvoegsel',
  'Achternaam',
  'E-mail werk',
  'Telefoon werk',
  'Mobiel',
  'Functie',
  'Afdeling',
  'Datum in dienst',
  'Datum uit dienst',
  'Taal',
] as const;
type Heading = (typeof headings)[number];
type Row = Record<Heading, string>;

const firstNames =
  'Aafke,Björn,Chloë,Dirk-Jan,Eveline,Frédérique,Guus,Hélène,Ingmar,Jikke,Käthe,Lowie,Mats,Noémi,Olaf,Pleun,Quinten,Rémi,Stijntje,Tycho,Ulla,Vigo,Wiep,Ysolde,Zeb'.split(
    ',',
  );
const lastNames =
  'Akkerhof,Bolderman,Créton,D’Hondtwijk,Elzinghof,Fockelaar,Günterman,Hazelbrink,IJzermaat,Jägersma,Klaverdijk,Löwenhoek,Molenkamper,Nøttelaar,Oosterhagen,Pastoorveld,Quaedvliet,Rozeboomstra,Schaapveld-Mei,Tuinkwartier,Uilenstede,Vlierhof,Wegenaar,Zeilmaker'.split(
    ',',
  );
const infixes = ['', '', '', '', 'van', 'de', 'van der', "van 't", 'ter', 'op de'];
const jobs = [
  'Planner',
  'Adviseur – regio',
  'Teamleider',
  'Monteur',
  'Receptionist',
  'Controller',
  'Trainer',
];
const departments = ['Buitendienst', 'Financiën', 'Klantenservice', 'Magazijn', 'Personeelszaken'];

const day = (year: number, month: number, date: number) =>
  `${String(date).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`;

/** What is wrong with a row, how a person reads it, and how they put it right. */
type Fault = { code: string; spoil: (row: Row, other: Row) => void; mend: (row: Row) => void };

const shapes: Record<string, Fault> = {
  'an address with a sign too many': {
    code: 'email',
    spoil: (row) => {
      row['E-mail werk'] = row['E-mail werk'].replace('@', '@@');
    },
    mend: (row) => {
      row['E-mail werk'] = row['E-mail werk'].replace('@@', '@');
    },
  },
  'no address': {
    code: 'required',
    spoil: (row) => {
      row['E-mail werk'] = '';
    },
    mend: (row) => {
      row['E-mail werk'] = `p${row.Medewerkernummer}@hr.example`;
    },
  },
  'no last name': {
    code: 'required',
    spoil: (row) => {
      row.Achternaam = '';
    },
    mend: (row) => {
      row.Achternaam = 'Nagevraagd';
    },
  },
  'a day that does not exist': {
    code: 'no-such-day',
    spoil: (row) => {
      row['Datum in dienst'] = '31-02-2025';
    },
    mend: (row) => {
      row['Datum in dienst'] = '28-02-2025';
    },
  },
  'gone before begun': {
    code: 'leave-before-start',
    spoil: (row) => {
      row['Datum in dienst'] = '01-03-2025';
      row['Datum uit dienst'] = '28-02-2025';
    },
    mend: (row) => {
      row['Datum uit dienst'] = '';
    },
  },
  'a telephone number that is none': {
    code: 'phone',
    spoil: (row) => {
      row['Telefoon werk'] = 'n.v.t.';
    },
    mend: (row) => {
      row['Telefoon werk'] = '';
    },
  },
  'a language that nobody speaks here': {
    code: 'language',
    spoil: (row) => {
      row.Taal = 'FR';
    },
    mend: (row) => {
      row.Taal = 'NL';
    },
  },
  'a formula for a name': {
    code: 'formula',
    spoil: (row) => {
      row.Roepnaam = '=CMD("calc")';
    },
    mend: (row) => {
      row.Roepnaam = 'Carolien';
    },
  },
  'the number of somebody else': {
    code: 'double',
    spoil: (row, other) => {
      row.Medewerkernummer = other.Medewerkernummer;
    },
    mend: (row) => {
      row.Medewerkernummer = `${row.Medewerkernummer}9`;
    },
  },
  'the address of somebody else': {
    code: 'double',
    spoil: (row, other) => {
      row['E-mail werk'] = other['E-mail werk'].toUpperCase();
    },
    mend: (row) => {
      row['E-mail werk'] = `p${row.Medewerkernummer}@hr.example`;
    },
  },
};

export type BigFile = {
  file: Buffer;
  /** Only its first rows, as a file that was cut short at a line. */
  beginning: (rows: number) => Buffer;
  /** The line of each row that is refused, and why. */
  refused: Map<number, string>;
  sound: number;
  /** The cells of a refused row as a person corrects them, told by its line in the file. */
  correct: (cells: readonly string[], line: number) => string[];
};

/** The same seed gives the same file. */
export function bigPersonnelFile({ rows: count = 1200, seed = 20_260_301 } = {}): BigFile {
  const dice = makeDice(seed);
  const rows = Array.from({ length: count }, (_, index): Row => {
    const number = String(310_000 + index);
    const [infix, lastName] = [dice.pick(infixes), dice.pick(lastNames)];
    const began = dice.between(2004, 2025);
    const left = dice.chance(0.08) ? day(2027, dice.between(1, 12), dice.between(1, 28)) : '';
    const gone = dice.chance(0.03) && left === '' ? day(2026, 2, dice.between(1, 28)) : left;
    return {
      Medewerkernummer: number,
      Aanhef: dice.pick(['Dhr.', 'Mevr.', '']),
      Roepnaam: dice.pick(firstNames),
      Voorvoegsel: infix,
      Achternaam: lastName,
      // Spaces around an address, and capitals, are no fault.
      'E-mail werk': dice.chance(0.01) ? ` P${number}@hr.example  ` : `p${number}@hr.example`,
      'Telefoon werk': dice.chance(0.6) ? `050-${dice.between(1_000_000, 9_999_999)}` : '',
      Mobiel: dice.chance(0.5) ? `06-${dice.between(10_000_000, 69_999_999)}` : '',
      Functie: dice.pick(jobs),
      Afdeling: dice.pick(departments),
      'Datum in dienst': day(began, dice.between(1, 12), dice.between(1, 28)),
      'Datum uit dienst': gone,
      Taal: dice.chance(0.1) ? 'EN' : 'NL',
    };
  });
  const refused = new Map<number, string>();
  const mends = new Map<number, Fault['mend']>();
  // Every kind of fault comes three times, each in a stretch of the file of its own.
  const spoilt = Object.values(shapes).flatMap((fault) => [fault, fault, fault]);
  const stretch = Math.floor(count / spoilt.length);
  spoilt.forEach(({ code, spoil, mend }, place) => {
    const at = place * stretch + dice.between(1, stretch - 1);
    const [row, other] = [rows[at], rows[at - 1]];
    if (!row || !other) throw new Error('too few rows for all faults');
    spoil(row, other);
    refused.set(at + 2, code);
    mends.set(at + 2, mend);
    // Of two who say the same nobody knows which one is right.
    if (code === 'double') refused.set(at + 1, code);
  });
  const cells = (row: Row) => headings.map((heading) => row[heading]);
  const write = (some: readonly Row[]) =>
    encode(
      `${[[...headings], ...some.map(cells)].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`,
    );
  return {
    file: write(rows),
    beginning: (few) => write(rows.slice(0, few)),
    refused,
    sound: count - refused.size,
    correct: (given, line) => {
      const row = Object.fromEntries(headings.map((heading, at) => [heading, given[at] ?? ''])) as Row;
      mends.get(line)?.(row);
      return cells(row);
    },
  };
}

function quoted(cell: string): string {
  return /[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Windows-1252: Latin 1, with signs of its own between. */
function encode(text: string): Buffer {
  const own: Record<string, number> = { '’': 0x92, '–': 0x96 };
  return Buffer.from(Array.from(text, (sign) => own[sign] ?? sign.charCodeAt(0)));
}
