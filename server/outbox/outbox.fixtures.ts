import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Db } from '../db/transact.ts';
import { newId } from '../lib/ids.ts';
import { hashToken, newToken } from '../lib/tokens.ts';
import type { MailLink } from './put-mail.ts';

type Received = { from: string; to: string[]; raw: string };

/** How the mail server of a test answers each receiver; null accepts. */
type Manners = { recipient?: (address: string) => { code: number; words: string } | null; slow?: number };

/** A real mail server on a free port of this machine, and what it received. */
export async function startMailServer(manners: Manners = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      const refused = manners.recipient?.(address) ?? null;
      answer(refused && Object.assign(new Error(refused.words), { responseCode: refused.code }));
    },
    onData(stream, { envelope }, answer) {
      void buffer(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: raw.toString('utf8') });
        setTimeout(() => answer(), manners.slow ?? 0);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => new Promise<void>((stopped) => server.close(stopped));
  return { port, received, manners, stop };
}

/** Sets the mail server and the name of the installation. */
export async function setInstallation(db: Db, port: number | null, settings: object = {}): Promise<void> {
  const fromAddress = 'muster@voorbeeld.example';
  const server = {
    host: '127.0.0.1',
    port,
    security: 'none',
    username: null,
    password: null,
    fromAddress,
    fromName: null,
  };
  await db
    .updateTable('installation')
    .set({
      mail_server: port === null ? null : JSON.stringify(server),
      settings: JSON.stringify({ organisationName: 'Zonnig Huis', ...settings }),
    })
    .execute();
}

/** A made-up person with an account. */
export async function aPerson(db: Db, name = { first_name: 'Jan', last_name: 'Berg' }) {
  const id = newId();
  const email = `${id}@voorbeeld.example`;
  await db
    .insertInto('users')
    .values({
      id,
      ...name,
      username: id,
      username_key: id,
      email,
      email_key: email,
      language: 'nl',
      time_zone: 'Europe/Amsterdam',
      sort_key: id,
      search_text: id,
    })
    .execute();
  return { id, name: `${name.first_name} ${name.last_name}`, email };
}

/** A working link of this person, and the secret in it. */
export async function aLink(db: Db, person: { id: string; email: string }, hours = 24) {
  const token = newToken();
  const expiresAt = Temporal.Now.instant().add({ hours });
  const link: MailLink = { id: newId(), path: `/activate#${token}`, expiresAt };
  await db
    .insertInto('links')
    .values({
      id: link.id,
      user_id: person.id,
      purpose: 'activation',
      email: person.email,
      token_hash: hashToken(token),
      credential_version: 0,
      expires_at: expiresAt.toString(),
    })
    .execute();
  return { link, token };
}
