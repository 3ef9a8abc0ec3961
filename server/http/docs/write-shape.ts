import { type Html, html, nothing, withCode } from './write-html.ts';

/** As much of JSON Schema as our shapes use. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
};

/** Fields that somebody sends say when they are required; those of an answer, when they may be missing. */
export type Way = 'sent' | 'answered';

/** The fields of an object as a list; what lies inside a field stands under it. */
export function writeFields(schema: Schema, way: Way): Html {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return nothing;
  return html`<ul class="fields">${fields.map(([name, field]) =>
    writeField(name, field, schema.required?.includes(name) ?? false, way),
  )}</ul>`;
}

/** One field: its name, what it holds, and what lies inside it. */
export function writeField(name: string, field: Schema, required: boolean, way: Way): Html {
  const remark = way === 'sent' ? (required ? 'required' : '') : required ? '' : 'may be missing';
  const marks = [...(remark ? [remark] : []), ...limitsOf(field)].join(', ');
  const about = field.description ? html` <span>${withCode(field.description)}</span>` : nothing;
  return html`<li><code>${name}</code> <span class="type">${typeOf(field)}</span> <span class="limits">${marks}</span>${about}${writeFields(innerOf(field), way)}</li>`;
}

/** The object that a field holds, alone, in a list or beside null. */
function innerOf(schema: Schema): Schema {
  const inner = schema.items ?? schema.anyOf?.find((option) => option.properties ?? option.items);
  return inner ? innerOf(inner) : schema;
}

/** What somebody would call it: `text`, `list of User`, `"nl" or "en"`. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.anyOf) return join(schema.anyOf.map(typeOf));
  if (schema.allOf) return join(schema.allOf.map(typeOf));
  if (schema.enum) return join(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`));
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  return html`${plainType(schema)}`;
}

function join(options: Html[]): Html {
  return { html: options.map((option) => option.html).join(' or ') };
}

const formats: Record<string, string> = { uuid: 'id (UUID)', date: 'day (2026-11-21)' };
const types: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

function plainType({ type, format }: Schema): string {
  const known = format ? formats[format] : undefined;
  const names = [type ?? []].flat();
  return known ?? (names.length === 0 ? 'anything' : names.map((name) => types[name] ?? name).join(' or '));
}

function limitsOf(schema: Schema): string[] {
  const limited = schema.anyOf?.find((option) => option.maxLength ?? option.minLength) ?? schema;
  const { minLength, maxLength, minimum, maximum, maxItems } = limited;
  const huge = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  return [
    ...(minLength && minLength > 1 ? [`at least ${minLength} characters`] : []),
    ...(huge(maxLength) ? [] : [`at most ${maxLength} characters`]),
    ...(huge(minimum) ? [] : [`from ${minimum}`]),
    ...(huge(maximum) ? [] : [`to ${maximum}`]),
    ...(huge(maxItems) ? [] : [`at most ${maxItems}`]),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
}
