import type { Language } from '../../contract/shapes.ts';
import { locales, translate } from '../../contract/texts.ts';

/**
 * A stored mail holds marks where the link and its last moment come; they are filled in when it leaves or is read.
 * They are made of private-use characters, which `cleanValue` takes out of everything that people typed.
 */
export const linkMark = '\uE001\uE002';
export const untilMark = '\uE001\uE003';

const invisible = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
// A dot between two parts of what a mail program could take for an address on the web, or the `://` of one.
const linkable = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})|:(?=\/\/)/gu;

/** Text that people typed, on one line, without marks or characters that turn the reading direction. */
export function cleanValue(text: string): string {
  return text.replace(/\s+/g, ' ').replace(invisible, '').trim();
}

/** The same for names, with an unseen space where a mail program would otherwise make a link of them. */
export function cleanName(text: string): string {
  return cleanValue(text).replace(linkable, '$&\u200B');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Marked = {
  language: Language;
  text: string;
  html: string;
  link_expires_at: Temporal.Instant | null;
};

/** The mail as somebody sees it; without a link it stands there masked, also for the eyes of a mail program. */
export function fillMarks(
  mail: Marked,
  link: string | null,
  timeZone: string,
): { text: string; html: string } {
  const shown = link ?? translate(mail.language, 'mails.link-masked');
  const until = mail.link_expires_at ? momentIn(mail.link_expires_at, mail.language, timeZone) : '';
  const html = link === null ? mail.html.replaceAll(` href="${linkMark}"`, '') : mail.html;
  return {
    text: mail.text.replaceAll(linkMark, () => shown).replaceAll(untilMark, () => until),
    html: html.replaceAll(linkMark, () => escapeHtml(shown)).replaceAll(untilMark, () => escapeHtml(until)),
  };
}

/** `21 november 2026 om 14:30`, in the reader's time zone. */
function momentIn(moment: Temporal.Instant, language: Language, timeZone: string): string {
  return moment.toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
}
