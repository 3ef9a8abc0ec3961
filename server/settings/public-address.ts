/** On this machine `localhost` says the same, and unlike bare numbers it is a name, without which browsers know no passkeys. */
const ownMachine = ['127.0.0.1', '::1', '0.0.0.0', '::'];

/**
 * Where people reach this installation: `MUSTER_URL`, else the address it listens on. Links in mails are made
 * from this only, never from what a request says (a reset link to a foreign host).
 */
export function publicAddress(): string {
  const { MUSTER_URL, HOST = '127.0.0.1', PORT = '3000' } = process.env;
  if (MUSTER_URL) return new URL(MUSTER_URL).href.replace(/\/$/, '');
  const host = ownMachine.includes(HOST) ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}
