import type { Language } from '../../contract/shapes.ts';
import { escapeHtml } from './marks.ts';

/** The sentences of a mail, unescaped. */
export type MailParts = {
  title: string;
  greeting: string;
  paragraphs: string[];
  /** `address`: of a page, or the mark of a link with a secret; `until`: how long that one works. */
  link: { address: string; button: string; words: string; until: string | null } | null;
  after: string;
  footer: string;
};

type Look = { language: Language; colour: string; name: string };

const font = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/**
 * One column of HTML with styles on the elements themselves, which is what mail programs keep; readable without
 * any style, and no image or script in it.
 */
export function layOutMail(parts: MailParts, { language, colour, name }: Look): string {
  const accent = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0f766e';
  const paragraph = (text: string, style = 'margin: 0 0 16px') =>
    `<p style="${style}">${escapeHtml(text)}</p>`;
  const quiet = 'margin: 0 0 16px; font-size: 14px; color: #52525b';
  const address = escapeHtml(parts.link?.address ?? '');
  const linked = parts.link
    ? [
        `<p style="margin: 24px 0"><a href="${address}" style="display: inline-block; padding: 12px 20px; border-radius: 6px; background-color: ${accent}; color: ${inkOn(accent)}; font-weight: 600; text-decoration: none">${escapeHtml(parts.link.button)}</a></p>`,
        ...(parts.link.until === null ? [] : [paragraph(parts.link.until)]),
        `<p style="${quiet}; overflow-wrap: anywhere">${escapeHtml(parts.link.words)}<br><a href="${address}" style="color: #1d4ed8">${address}</a></p>`,
      ]
    : [];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(parts.title)}</title></head>`,
    `<body style="margin: 0; padding: 24px 16px; background-color: #ffffff; color: #18181b; ${font}; font-size: 16px; line-height: 1.5">`,
    '<div style="max-width: 560px; margin: 0 auto">',
    `<p style="margin: 0 0 24px; padding: 0 0 12px; border-bottom: 3px solid ${accent}; font-weight: 600">${escapeHtml(name)}</p>`,
    `<h1 style="margin: 0 0 16px; font-size: 22px; line-height: 1.3">${escapeHtml(parts.title)}</h1>`,
    paragraph(parts.greeting),
    ...parts.paragraphs.map((text) => paragraph(text)),
    ...linked,
    paragraph(parts.after),
    `<p style="margin: 32px 0 0; padding: 12px 0 0; border-top: 1px solid #d4d4d8; font-size: 14px; color: #52525b">${escapeHtml(parts.footer)}</p>`,
    '</div></body></html>',
  ].join('\n');
}

/** Black or white, whichever stands out more (WCAG 2.2, contrast ratio). */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
