import type { Deed } from './audit.ts';
import { formatDay, formatMoment } from './format-dates.ts';
import type { Language } from './shapes.ts';
import { isTextKey, locales, translate } from './texts.ts';

/** One change in the words of the reader. */
export type ChangeInWords = { field: string; name: string; from: string; to: string };

type Reader = { language: Language; timeZone: string };
type Change = Deed['changes'][number];

/** The changes of a deed in words: fields by name, nothing as a dash, what has parts taken apart. */
export function describeChanges(changes: readonly Change[], reader: Reader): ChangeInWords[] {
  return changes.flatMap(takeApart).map(({ field, from, to }) => ({
    field,
    name: nameOf(field, reader.language),
    from: valueInWords(field, from, reader),
    to: valueInWords(field, to, reader),
  }));
}

/** A change of something with parts (`mailServer`) becomes one change for each part that differs. */
function takeApart({ field, from, to }: Change): Change[] {
  if (!hasParts(from) && !hasParts(to)) return [{ field, from, to }];
  const before = hasParts(from) ? from : {};
  const after = hasParts(to) ? to : {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((part) => ({ field: `${field}.${part}`, from: before[part] ?? null, to: after[part] ?? null }))
    .filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to));
}

function hasParts(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `mailServer.host` → `Mail server › Server`; a field without words keeps its own name. */
function nameOf(field: string, language: Language): string {
  const whole = `fields.name.${field}`;
  if (isTextKey(whole)) return translate(language, whole);
  const dot = field.indexOf('.');
  if (dot < 0) return field;
  const [outer, inner] = [field.slice(0, dot), field.slice(dot + 1)];
  return `${nameOf(outer, language)} › ${nameOf(inner, language)}`;
}

// The values of these fields are keys of texts.
const families: Record<string, string> = {
  roles: 'roles.name',
  role: 'roles.name',
  organisationRole: 'roles.name',
  permissions: 'permissions',
  scope: 'roles.scope',
  kind: 'groups.kind',
  language: 'languages',
  state: 'states',
  secondFactor: 'two-factor.kind',
  owned: 'fields.name',
  released: 'fields.name',
  mode: 'imports.mode',
  secret: 'audit.secret',
  trouble: 'personnel-files.trouble',
  twoFactor: 'two-factor.state',
  'passwordPolicy.preset': 'settings.policy',
  'mailServer.security': 'settings.mail.security',
  'mailServer.password': 'audit.secret',
};

/** A value of a field in words: nothing as a dash, codes by their texts, days and moments in full. */
export function valueInWords(field: string, value: unknown, reader: Reader): string {
  if (value === null || value === undefined || value === '')
    return translate(reader.language, 'audit.nothing');
  if (typeof value === 'boolean') return translate(reader.language, value ? 'audit.yes' : 'audit.no');
  // Ports and user numbers are names made of digits, not amounts.
  if (typeof value === 'number' && !/(^|\.)(port|number)$/.test(field))
    return value.toLocaleString(locales[reader.language]);
  if (Array.isArray(value)) {
    if (value.length === 0) return translate(reader.language, 'audit.nothing');
    return value.map((one) => valueInWords(field, one, reader)).join(', ');
  }
  return typeof value === 'string' ? textInWords(field, value, reader) : JSON.stringify(value);
}

function textInWords(field: string, text: string, { language, timeZone }: Reader): string {
  const key = `${families[field]}.${text}`;
  if (isTextKey(key)) return translate(language, key);
  if (field === 'timeZone') return text.replaceAll('_', ' ');
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return formatDay(language, text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatMoment(language, timeZone, text);
  return text;
}
