/**
 * Where people reach this installation: `MUSTER_URL`, else the address it listens on. Links in mails are made
 * from this only, never from what a request says (security.md: reset link to a foreign host).
 */
export function publicAddress(): string {
  const { MUSTER_URL, HOST = '127.0.0.1', PORT = '3000' } = process.env;
  if (MUSTER_URL) return new URL(MUSTER_URL).href.replace(/\/$/, '');
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}
