import { fullLastName } from '../../contract/names.ts';
import type { Colleague, getContactCard } from '../../contract/people.ts';
import type { StreamingAct } from '../act/act.ts';
import { usernameFrom } from '../lib/usernames.ts';
import { findPhoto } from '../photos/photos.sql.ts';
import { readColleague } from './list-people.ts';

/** Somebody's contact data as a file that telephones and mail programs take in. */
export const getContactCardAct: StreamingAct<typeof getContactCard> = async (db, actor, { id }) => {
  const colleague = await readColleague(db, actor, id);
  const photo = await findPhoto(db, id, 'large');
  const card = await writeCard(colleague, photo?.content ?? null);
  return { fileName: `${usernameFrom(colleague.name.replaceAll(' ', '-'))}.vcf`, chunks: inOnePiece(card) };
};

async function* inOnePiece(card: string): AsyncGenerator<string> {
  yield card;
}

type Parameters = Record<string, string | string[]>;
type Property = [name: string, parameters: Parameters, type: string, value: unknown];

/**
 * A vCard 3.0 (RFC 2426), not 4.0 (RFC 6350): what Outlook and older telephones read. Known again by its id when it is
 * taken in twice.
 */
async function writeCard(colleague: Colleague, photo: Buffer | null): Promise<string> {
  const { default: ical } = await import('ical.js');
  const { vcard3 } = ical.design;
  // A semicolon in one of these is part of the text, and only a value of parts has it escaped.
  const whole = { defaultType: 'text', structuredValue: ';' };
  const design = { ...vcard3, property: { ...vcard3.property, fn: whole, title: whole } };
  const lines = propertiesOf(colleague, photo).map((property) =>
    ical.stringify.property(property, design, false),
  );
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
}

/** The infix belongs to the last name: programs show what stands between first and last name where they please. */
function propertiesOf(colleague: Colleague, photo: Buffer | null): Property[] {
  const { id, name, firstName, jobTitle, email, phone, mobile, organisations, teams } = colleague;
  const parts = (field: string, ...values: string[]): Property => [field, {}, 'text', values];
  const place = [organisations, teams].flatMap(([first]) => (first ? [first.name] : []));
  return [
    ['uid', {}, 'text', `urn:uuid:${id}`],
    parts('n', fullLastName(colleague), firstName, '', '', ''),
    parts('fn', name),
    ...(organisations.length > 0 ? [parts('org', ...place)] : []),
    ...(jobTitle ? [parts('title', jobTitle)] : []),
    ['email', { type: ['INTERNET', 'WORK'] }, 'text', email],
    ...numberOf(phone, 'WORK'),
    ...numberOf(mobile, 'CELL'),
    ...pictureOf(photo),
  ];
}

function numberOf(number: string | null, type: 'WORK' | 'CELL'): Property[] {
  return number ? [['tel', { type: [type, 'VOICE'] }, 'phone-number', number]] : [];
}

function pictureOf(photo: Buffer | null): Property[] {
  return photo ? [['photo', { encoding: 'b', type: 'JPEG' }, 'binary', photo.toString('base64')]] : [];
}
