import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { deedShape } from '../../../contract/audit.ts';
import { calls } from '../../../contract/calls.ts';
import { type Endpoint, inputInQuery, isForPrograms, pathNames } from '../../../contract/endpoint.ts';
import { mailListedShape } from '../../../contract/mail.ts';
import { type RefusalCode, refusals } from '../../../contract/refusals.ts';
import { roleShape } from '../../../contract/roles.ts';
import { languages } from '../../../contract/shapes.ts';
import { sessionShape } from '../../../contract/sign-in.ts';
import { locales, translate } from '../../../contract/texts.ts';
import { userListedShape, userShape } from '../../../contract/user-shapes.ts';
import { listRefusals } from './list-refusals.ts';
import { plainObject, plainShape } from './plain-shape.ts';

export type Description = ReturnType<typeof createDocument>;

const named = {
  User: userShape,
  UserListed: userListedShape,
  Session: sessionShape,
  Role: roleShape,
  Mail: mailListedShape,
  Deed: deedShape,
};

const codes = Object.keys(refusals) as RefusalCode[];

const problemShape = z
  .object({
    type: z.string().describe('Where the refusal is explained: `/api/docs#<code>`.'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(codes).describe('Stable; the words may change.'),
    detail: z.string().describe('A sentence for people, in the language of `Accept-Language`.'),
    fields: z
      .array(
        z.object({
          field: z.string(),
          code: z.string(),
          message: z.string(),
          about: z.object({ id: z.uuid(), name: z.string() }).optional(),
        }),
      )
      .optional(),
    current: z.number().int().optional().describe('With `request.stale`: the version that is stored now.'),
  })
  .describe('A refusal: problem details as in RFC 9457.');

/** The OpenAPI 3.1 document of all calls; `cookie` is what the session cookie is called here. */
export function describeCalls(cookie: string): Description {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Muster',
        version: readVersion(),
        license: { name: 'MIT', identifier: 'MIT' },
        description:
          'User administration for organisations. Unknown fields are refused. What one may not see answers exactly like what does not exist.',
      },
      servers: [{ url: '/api/v1' }],
      tags: groups().map((name) => ({ name })),
      paths: paths(),
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: cookie,
            description: 'Given by `POST /session`. Browsers of other sites cannot use it.',
          },
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API token, made by a person on their own profile: it may what was chosen for it and what that person may at that moment. A request with one is judged by it alone.',
          },
        },
        schemas: { Problem: problemShape, ...named },
      },
    },
    {
      allowEmptySchema: { unknown: true, any: true },
      // The format says it shorter.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format) delete jsonSchema.pattern;
      },
    },
  );
}

/** What calls are about, by the first word of their address; some words belong together. */
export function groups(): string[] {
  return [...new Set(calls.map(groupOf))].sort((a, b) => placeOf(a) - placeOf(b));
}

const together: Record<string, string> = {
  'email-check': 'users',
  activation: 'links',
  email: 'links',
  password: 'links',
  demo: 'setup',
  branding: 'settings',
  choices: 'settings',
};
const first = ['session', 'links', 'me', 'users'];

function groupOf(call: Endpoint): string {
  const word = call.path.split(/[/.]/)[1] ?? '';
  return together[word] ?? word;
}

function placeOf(group: string): number {
  return first.includes(group) ? first.indexOf(group) : first.length;
}

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const call of [...calls].sort(byAddress)) {
    const path = call.path.replace(/:(\w+)/g, '{$1}');
    all[path] = { ...all[path], [call.method.toLowerCase()]: operation(call) };
  }
  return all;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function byAddress(a: Endpoint, b: Endpoint): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return methods.indexOf(a.method) - methods.indexOf(b.method);
}

function operation(call: Endpoint): ZodOpenApiOperationObject {
  const inPath = pathNames(call.path);
  const input = plainObject(call.input);
  const path = input.pick(mask(inPath));
  const rest = input.omit(mask(inPath));
  const empty = Object.keys(rest.shape).length === 0;
  const query = inputInQuery(call.method);
  const language = z.enum(languages).optional().describe('In which the answer speaks; default: one’s own.');
  const version = z
    .string()
    .optional()
    .describe('The `ETag` that was seen: refused when there is a newer version.');
  const changesVersion = call.versioned && call.method !== 'GET' && !call.status;
  return {
    operationId: call.name,
    summary: call.summary,
    tags: [groupOf(call)],
    security: securityOf(call),
    'x-permission': call.may,
    requestParams: {
      ...(inPath.length > 0 ? { path } : {}),
      ...(query && !empty ? { query: rest } : {}),
      header: z.object({ 'Accept-Language': language, ...(changesVersion ? { 'If-Match': version } : {}) }),
    },
    ...(query || (empty && !call.upload)
      ? {}
      : { requestBody: { required: true, content: contentOf(call, rest) } }),
    responses: { ...success(call), ...failures(call) },
  };
}

/** Any one of these is enough. */
function securityOf(call: Endpoint): ZodOpenApiOperationObject['security'] {
  if (call.may === 'anyone') return [];
  return isForPrograms(call) ? [{ session: [] }, { token: [] }] : [{ session: [] }];
}

function contentOf(call: Endpoint, rest: z.ZodObject) {
  if (!call.upload) return { 'application/json': { schema: rest } };
  const file = z.string().meta({ format: 'binary', description: 'The file.' });
  return { 'multipart/form-data': { schema: rest.extend({ file }) } };
}

function mask(names: string[]): Record<string, true> {
  return Object.fromEntries(names.map((name) => [name, true as const]));
}

function success(call: Endpoint): ZodOpenApiOperationObject['responses'] {
  const headers = call.versioned
    ? z.object({ ETag: z.string().describe('The version, for `If-Match`.') })
    : undefined;
  if (call.media)
    return { 200: { description: 'Streamed.', content: { [call.media]: { schema: streamed(call) } } } };
  if (!call.output) return { [call.status ?? 204]: { description: 'Done.' } };
  const content = { 'application/json': { schema: plainShape(call.output) } };
  return { [call.status ?? 200]: { description: 'Done.', ...(headers ? { headers } : {}), content } };
}

function streamed({ media }: Endpoint): z.ZodType {
  return media?.startsWith('image/') ? z.string().meta({ format: 'binary' }) : z.string();
}

function failures(call: Endpoint): ZodOpenApiOperationObject['responses'] {
  const byStatus = Map.groupBy(listRefusals(call), (code) => refusals[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${sentenceOf(code)}`).join('\n\n'),
        content: { 'application/problem+json': { schema: problemShape } },
        'x-codes': codes,
      },
    ]),
  );
}

/** What a refusal says, without the particulars of a case. */
export function sentenceOf(code: RefusalCode, language: (typeof languages)[number] = 'en'): string {
  const number = 999_999_999;
  const blank = { support: 'none', id: '…', reason: '…', file: '…', maximum: number, seconds: number };
  return translate(language, code, blank).replaceAll(number.toLocaleString(locales[language]), '…');
}

function readVersion(): string {
  const file = join(import.meta.dirname, '../../../package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
