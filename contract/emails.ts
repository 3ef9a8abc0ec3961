import { z } from 'zod';

const maximumLength = 254;
const maximumLocalLength = 64;

const edges = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu;

/**
 * The address as it is stored: without white space and invisible characters around it, NFC, its domain in lower case
 * (a domain with other letters in its ASCII form, where the platform knows one). The local part stays as typed.
 */
export function normaliseEmail(text: string): string {
  const address = text.normalize('NFC').replace(edges, '');
  const at = address.lastIndexOf('@');
  if (at < 0) return address;
  return `${address.slice(0, at)}@${normaliseDomain(address.slice(at + 1))}`;
}

function normaliseDomain(domain: string): string {
  const lower = domain.toLowerCase();
  // Only letters, digits, marks, dots and hyphens: a URL would read anything else in its own way.
  if (/^[\p{ASCII}]*$/u.test(lower) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(lower)) return lower;
  try {
    const ascii = new URL(`http://${lower}`).hostname;
    return /^[a-z0-9.-]*[a-z][a-z0-9.-]*$/.test(ascii) ? ascii : lower;
  } catch {
    return lower;
  }
}

/** What addresses are compared by: two addresses with the same key are the same address. */
export function emailKey(text: string): string {
  return normaliseEmail(text).toLowerCase().normalize('NFC');
}

const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * True for an address that mail can be sent to over the internet (RFC 5321 without quoted local parts and address
 * literals; a domain of at least two labels). Expects a normalised address: white space is refused everywhere.
 */
export function isEmail(text: string): boolean {
  if (text.length > maximumLength) return false;
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || local.length > maximumLocalLength || !localPart.test(local)) return false;
  const labels = domain.split('.');
  return (
    labels.length >= 2 &&
    labels.every((label) => domainLabel.test(label)) &&
    /^(?:xn--.+|[a-z]{2,})$/.test(labels.at(-1) ?? '')
  );
}

/** An e-mail address in a request: normalised first, so stray spaces around it do no harm. */
export const emailShape = z
  .string()
  .overwrite(normaliseEmail)
  .min(1, { error: 'required', abort: true })
  .max(maximumLength, { error: 'too-long' })
  .refine(isEmail, { error: 'email' });

const sharedNames = new Set(
  `abuse accounting admin administratie administration administrator algemeen all allemaal balie beheer beheerder
  bestellingen bestuur billing board boekhouding backoffice board communicatie contact crediteuren customerservice
  debiteuren demo directie donotreply email events everyone facturatie facturen factuur finance financien frontoffice
  general hallo hello helpdesk hostmaster hr hrm ict iedereen info informatie inkoop invoices it jobs kantoor
  klantenservice leden ledenadministratie logistiek magazijn mail mailbox management marketing medewerkers members
  noreply office onderhoud opleiding opleidingen orders personeel personeelszaken pers planning postbus postmaster
  press privacy receptie reception redactie root rooster roosters sales salaris scan scanner secretariaat security
  service servicedesk shop sollicitatie sollicitaties staff support systeembeheer team techniek test training
  vacatures verkoop vrijwilligers webmaster webshop webwinkel welcome welkom werkenbij winkel`.split(/\s+/),
);

/**
 * True when several people probably read this address (`info@`, `info.nl@`, `no-reply@`): an account on it hides who
 * did what. A guess from the local part, good for a warning that can be overruled.
 */
export function isSharedAddress(email: string): boolean {
  const local = (emailKey(email).split('@')[0] ?? '').replace(/\+.*$/, '');
  const first = local.split(/[._-]/)[0] ?? '';
  const whole = local.replace(/[._-]/g, '');
  return [first, whole].some((name) => sharedNames.has(name) || sharedNames.has(name.replace(/\d+$/, '')));
}
