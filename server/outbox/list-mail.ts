import { z } from 'zod';
import type { listMail } from '../../contract/mail.ts';
import type { Act } from '../act/act.ts';
import { Refused } from '../act/refused.ts';
import { isId } from '../lib/ids.ts';
import { readMailServer } from '../settings/mail-server.ts';
import { describeMail, type Visible } from './describe-mail.ts';
import { countMails, listMails } from './mails.sql.ts';

const countedTo = 10_000;

/** Mail that went out or waits, newest first, without its words. */
export function listMailAct(visible: Visible): Act<typeof listMail> {
  return async (db, actor, { state, search, user, limit, cursor }) => {
    const wanted = { visible: visible(actor), states: state, search, user };
    const found = await listMails(db, wanted, cursor === undefined ? null : readCursor(cursor), limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const count = await countMails(db, wanted, countedTo + 1);
    return {
      items: items.map((mail) => describeMail(mail, actor)),
      nextCursor: found.length > limit && last ? writeCursor(last.created_at, last.id) : null,
      total: { count: Math.min(count, countedTo), exact: count <= countedTo },
      mailServer: (await readMailServer(db)) !== null,
    };
  };
}

const cursorShape = z.tuple([z.iso.datetime(), z.string().refine(isId)]);

function writeCursor(at: Temporal.Instant, id: string): string {
  return Buffer.from(JSON.stringify([at.toString(), id])).toString('base64url');
}

function readCursor(text: string): { at: string; id: string } {
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id };
  } catch {
    throw new Refused('request.bad-cursor');
  }
}
