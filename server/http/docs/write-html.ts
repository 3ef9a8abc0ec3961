/** Text that is HTML already; everything else is escaped by `html`. */
export type Html = { html: string };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

type Value = string | number | Html | Html[];

/** Writes HTML from a template: values are escaped unless they are HTML themselves. */
export function html(pieces: TemplateStringsArray, ...values: Value[]): Html {
  return { html: pieces.map((piece, index) => piece + write(values[index])).join('') };
}

function write(value: Value | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => one.html).join('\n');
  return typeof value === 'object' ? value.html : escaped(String(value));
}

export const nothing: Html = { html: '' };

/** Text in which `…` between backticks stands for code. */
export function withCode(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
