/** The kinds of rows that a Dutch HR system exports, with the faults that real files have; all of them made up. */
const headings =
  'Medewerkernummer;Aanhef;Roepnaam;Voorvoegsel;Achternaam;E-mail werk;Telefoon werk;Mobiel;Functie;Afdeling;Datum in dienst;Datum uit dienst;Taal';

const rows = [
  '200001;Mevr.;Zoë;;Müller;z.muller@hr.example;020-6241111;;Planner;Klantcontact;15-09-2024;;NL',
  '200002;Dhr.;Jan;van der;Berg;j.vandenberg@hr.example;;0612345678;Teamleider;Klantcontact;20-01-2024;02-04-2025;NL',
  '200003;;Ömer;;Sahin; o.sahin@hr.example  ;;06-12345679;Controller;Financiën;01-02-2020;;EN',
  '200004;Dhr.;Daan;;Bos;d.bos@@hr.example;;;Teamleider;Financiën;13-12-2020;;NL',
  '200005;Mevr.;Emma;ter;Horst;;;;Planner;Communicatie;02-05-2008;;NL',
  '200006;;Tess;;Smit;t.smit@hr.example;;;Planner;ICT;31-02-2025;;NL',
  '200007;;Noah;ter;;n.terhorst@hr.example;;;Trainer;ICT;28-02-2023;;NL',
  '200008;;=HYPERLINK("http://x","klik");;Veld;l.veld@hr.example;;;Trainer;ICT;28-02-2023;;EN',
  '200009;;Ann;;Dekker;a.dekker@hr.example;;;Trainer;ICT;28-02-2023;;NL',
  '200009;;Bea;;Dekker;b.dekker@hr.example;;;Trainer;ICT;28-02-2023;;NL',
  '200010;;Cor;;Visser;c.visser@hr.example;;;Trainer;ICT;28-02-2023;;NL',
  '200011;;Dirk;;Visser;C.VISSER@hr.example;;;Trainer;ICT;28-02-2023;;NL',
  '200012;;Balie;;Noord;info@hr.example;;;Balie;ICT;28-02-2023;;NL',
  '200013;;Bel;;Fout;b.fout@hr.example;12;;Balie;ICT;28-02-2023;;NL',
  '200014;;Ende;;Eerder;e.eerder@hr.example;;;Balie;ICT;28-02-2023;27-02-2023;NL',
  '200015;;Taal;;Frans;t.frans@hr.example;;;Balie;ICT;28-02-2023;;FR',
];

/** As it stands on disk: Windows-1252, semicolons, CRLF. */
export const personnelFile: Buffer = Buffer.from(`${[headings, ...rows].join('\r\n')}\r\n`, 'latin1');

/** The same with its faults corrected, as a person would after reading why. */
export const correctedFile: Buffer = Buffer.from(
  `${[
    headings,
    '200004;Dhr.;Daan;;Bos;d.bos@hr.example;;;Teamleider;Financiën;13-12-2020;;NL',
    '200006;;Tess;;Smit;t.smit@hr.example;;;Planner;ICT;28-02-2025;;NL',
  ].join('\r\n')}\r\n`,
  'latin1',
);
