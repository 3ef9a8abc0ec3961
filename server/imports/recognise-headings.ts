import { fold } from '../../contract/fold.ts';
import type { ImportField } from '../../contract/import-fields.ts';

const words: Record<ImportField, string> = {
  personnelNumber: `personeelsnummer, personeelsnr, personeel nr, persnr, pers nr, medewerkernummer, medewerkersnummer,
    medewerkernr, medewerker nr, medewerker id, werknemersnummer, werknemernummer, werknemernr, salarisnummer,
    personnel number, personnel no, employee number, employee no, employee id, staff number, staff id`,
  salutation: 'aanhef, aanspreektitel, aanspreekvorm, titel, salutation, title, mr mrs',
  firstName: 'voornaam, roepnaam, voornamen, first name, given name, forename',
  infix:
    'tussenvoegsel, tussenvoegsels, voorvoegsel, voorvoegsels, tv, infix, prefix, name prefix, surname prefix',
  lastName: 'achternaam, familienaam, geslachtsnaam, last name, surname, family name',
  email: `e-mail, email, e-mailadres, mailadres, mail, e-mail werk, werk e-mail, zakelijk e-mailadres,
    e-mail zakelijk, e-mailadres werk, e-mail address, mail address, work e-mail, work email, business email`,
  phone: `telefoon, telefoonnummer, telnr, tel, telefoon werk, vast telefoonnummer, vaste telefoon, telefoon vast,
    phone, phone number, telephone, work phone, office phone, landline`,
  mobile:
    'mobiel, mobiel nummer, mobiele telefoon, gsm, 06, 06 nummer, telefoon mobiel, mobile, mobile phone, cell, cell phone, mobile number',
  jobTitle: 'functie, functienaam, functietitel, functieomschrijving, job title, job, position, function',
  language: 'taal, voertaal, taalcode, language, preferred language, locale',
  startsOn: `datum in dienst, in dienst, datum indiensttreding, indiensttreding, begindatum, startdatum,
    datum in, begin dienstverband, ingangsdatum, start date, hire date, date of hire, employment start, joined,
    starts on, from`,
  leavesOn: `datum uit dienst, uit dienst, datum uitdiensttreding, uitdiensttreding, einddatum, datum uit,
    datum van uittrede, uittrede, einde dienstverband, laatste werkdag, leave date, end date, termination date,
    employment end, last day, leaves on, until`,
  organisation:
    'organisatie, bedrijf, vestiging, werkmaatschappij, organisation, organization, company, branch',
  roles: 'rollen, rol, gebruikersrol, gebruikersrollen, roles, role, user role, user roles',
  groups: 'groep, groepen, group, groups',
  teams: 'team, teams, afdeling, afdelingsnaam, department',
  mailboxes: 'mailbox, mailboxen, postbus, postbussen, mailboxes, shared mailbox',
  administrations: 'administratie, administraties, administration, administrations',
};

/** What a heading is compared by: `E-mail (werk)` and `email werk` are the same. */
export function headingKey(heading: string): string {
  return fold(heading).replace(/[^\p{L}\p{N}]+/gu, '');
}

const known = new Map(
  Object.entries(words).flatMap(([field, list]) =>
    list.split(',').map((word) => [headingKey(word), field as ImportField] as const),
  ),
);

/** The field that a heading means in Dutch or English; null where nobody can tell. */
export function recogniseHeading(heading: string): ImportField | null {
  return known.get(headingKey(heading)) ?? null;
}
