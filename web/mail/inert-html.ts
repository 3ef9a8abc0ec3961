/**
 * The HTML of a mail without what could be followed: in a frame that may do nothing, a link would only lead to a
 * page that refuses to stand there.
 */
export function inertHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const link of page.querySelectorAll('[href]')) link.removeAttribute('href');
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
