import { normaliseEmail } from '../../contract/emails.ts';
import { fold } from '../../contract/fold.ts';

const maximumLength = 64;

/** What somebody is called whose address has no letters to make a username of, or a reserved word. */
const fallback = 'gebruiker';

const reserved = new Set(
  `abuse account accounts activate activation admin administrator admins all anonymous anybody api app apps audit auth
  backup beheer beheerder billing bot daemon default demo everyone everybody guest health healthz help helpdesk hostmaster
  https iedereen info installation installatie login logout mail mailer-daemon me metrics muster nobody niemand noreply
  no-reply null nil none oauth oidc operator organisation organisations owner password people postmaster public readyz reset
  root saml scim security self service session sessions settings setup sign-in signin staff status superuser support sysadmin
  system systeem systeembeheer system-administrator test token undefined unknown user users webmaster www`.split(
    /\s+/,
  ),
);

/** True for a word that nobody may be called: it sounds like the installation itself, or means something to programs. */
export function isReservedUsername(username: string): boolean {
  return reserved.has(username.toLowerCase());
}

/** True for 2 to 64 Latin letters, digits, dots, hyphens and underscores; never like an e-mail address. */
export function isUsername(text: string): boolean {
  return text.length <= maximumLength && /^[a-z0-9](?:[._-]?[a-z0-9])+$/i.test(text);
}

/** The username that an address suggests, from its local part: never reserved, but perhaps taken. */
export function usernameFrom(email: string): string {
  const address = normaliseEmail(email);
  const at = address.lastIndexOf('@');
  const local = (at < 0 ? address : address.slice(0, at)).replace(/(?<=.)\+.*$/s, '');
  const letters = fold(local)
    .replace(/'/g, '')
    .replace(/[^a-z0-9.]+/g, '-');
  const base = trimmed(letters.replace(/[.-]{2,}/g, (run) => run[0] ?? ''));
  return isUsername(base) && !isReservedUsername(base) ? base : fallback;
}

/** The nth choice when earlier ones are taken, counted from 1: `jan.jansen`, `jan.jansen-2`, `jan.jansen-3`. */
export function nthUsername(base: string, n: number): string {
  if (n <= 1) return base;
  const suffix = `-${n}`;
  return trimmed(base, maximumLength - suffix.length) + suffix;
}

function trimmed(text: string, length = maximumLength): string {
  return text
    .replace(/^[._-]+/, '')
    .slice(0, length)
    .replace(/[._-]+$/, '');
}
