import { type RefusalCode, refusals } from '../../../contract/refusals.ts';
import { type Description, groups, sentenceOf } from './describe-calls.ts';
import { style } from './page-style.ts';
import { type Html, html, nothing, withCode } from './write-html.ts';
import { type Schema, typeOf, writeField, writeFields } from './write-shape.ts';

type Body = { content?: Record<string, { schema?: Schema }> };

/** As much of an operation of OpenAPI as ours have. */
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  'x-permission': string;
  security: object[];
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: Body;
  responses: Record<string, Body & { description: string; 'x-codes'?: RefusalCode[] }>;
};

/** The description as a page to read: no scripts, light and dark, an anchor for every call, shape and refusal. */
export function writePage(description: Description): string {
  const operations = listOperations(description);
  const shapes = Object.entries((description.components?.schemas ?? {}) as Record<string, Schema>);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Muster API</title>
<style>${{ html: style }}</style>
</head>
<body>
<nav aria-label="Contents">
<p class="home"><a href="#top">Muster API</a></p>
${groups().map((group) => writeContents(group, operations))}
<p><a href="#shapes">Shapes</a></p>
<p><a href="#refusals">Refusals</a></p>
</nav>
<main id="top">
${writeIntroduction(description)}
${groups().map((group) => writeGroup(group, operations))}
<h2 id="shapes">Shapes</h2>
${shapes.map(([name, schema]) => html`<section id="shape-${name}"><h3>${name}</h3>${writeFields(schema, 'answered')}</section>`)}
<h2 id="refusals">Refusals</h2>
<p>What <code>code</code> can be. The words of <code>detail</code> follow the reader’s language and may change.</p>
<dl>${Object.entries(refusals).map(([code, status]) => writeRefusal(code as RefusalCode, status))}</dl>
</main>
</body>
</html>
`;
  return page.html;
}

type Listed = { method: string; path: string; operation: Operation };

function listOperations({ paths = {} }: Description): Listed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

function writeIntroduction({ info }: Description): Html {
  return html`<h1>Muster API <small>${info.version}</small></h1>
<p>${info.description ?? ''} For programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). All addresses begin
with <code>/api/v1</code>; bodies are JSON.</p>
<h2 id="basics">Before you begin</h2>
<p><b>Signing in.</b> <code>POST /session</code> answers a cookie; send it with every call. Requests that a browser makes for
another site are refused. Programs come with <code>Authorization: Bearer muster_…</code>, an API token that somebody made on
their own profile; each call says whether it takes one.</p>
<p><b>Refusals</b> are <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>, a sentence in
<code>detail</code>, and what is wrong with which field in <code>fields</code>. All codes stand <a href="#refusals">below</a>.</p>
<p><b>Lists</b> take <code>limit</code> and answer <code>nextCursor</code>: send it as <code>cursor</code> for the next page. What may be
given several times stands in the address several times: <code>?status=active&amp;status=pending</code>.</p>
<p><b>Two at the same time.</b> What can be changed is answered with an <code>ETag</code>. Send it as <code>If-Match</code>, and the
change is refused (412) when somebody else was faster.</p>`;
}

function writeContents(group: string, operations: Listed[]): Html {
  const inside = operations.filter(({ operation }) => operation.tags.includes(group));
  return html`<p><a href="#group-${group}">${group}</a></p>
<ul>${inside.map(({ method, path, operation }) => html`<li><a href="#call-${operation.operationId}"><span>${method}</span> ${path}</a></li>`)}</ul>`;
}

function writeGroup(group: string, operations: Listed[]): Html {
  const inside = operations.filter(({ operation }) => operation.tags.includes(group));
  return html`<h2 id="group-${group}">${group}</h2>
${inside.map(writeCall)}`;
}

const mays: Record<string, string> = {
  anyone: 'Anyone',
  'half-signed-in': 'Whoever has a session, also one with a step to go',
  'signed-in': 'Whoever is signed in',
  administrator: 'People with admin access',
};

function writeCall({ method, path, operation }: Listed): Html {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  const may = operation['x-permission'];
  const body = jsonOf(requestBody);
  return html`<section id="call-${operationId}">
<h3><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
<p>${withCode(summary)}</p>
<p class="may">${mays[may] ?? 'Permission '}${mays[may] ? nothing : html`<code>${may}</code>`}${takesToken(operation) ? ' · also with an API token' : ''}</p>
${(['path', 'query'] as const).map((place) => writeParameters(place, parameters))}
${body ? html`<h4>Send</h4>${writeFields(body, 'sent')}` : nothing}
${writeAnswers(responses)}
</section>`;
}

function takesToken({ security }: Operation): boolean {
  return security.some((way) => 'token' in way);
}

function writeParameters(place: 'path' | 'query', parameters: NonNullable<Operation['parameters']>): Html {
  const inside = parameters.filter((parameter) => parameter.in === place);
  if (inside.length === 0) return nothing;
  return html`<h4>In the ${place === 'path' ? 'address' : 'query'}</h4>
<ul class="fields">${inside.map(({ name, schema, required }) => writeField(name, schema, required ?? false, 'sent'))}</ul>`;
}

function writeAnswers(responses: Operation['responses']): Html {
  const good = Object.entries(responses).filter(([, { 'x-codes': codes }]) => !codes);
  const codes = Object.values(responses).flatMap((response) => response['x-codes'] ?? []);
  return html`<h4>Answer</h4>
${good.map(([status, response]) => writeAnswer(status, response))}
<p class="refusals">Refused: ${codes.map((code) => html`<a href="#${code}">${code}</a>`)}</p>`;
}

function writeAnswer(status: string, response: Operation['responses'][string]): Html {
  const schema = jsonOf(response);
  const media = Object.keys(response.content ?? {})[0];
  if (!schema) return html`<p><b>${status}</b> ${media ?? 'without a body'}</p>`;
  const type = schema.properties ? nothing : typeOf(schema);
  return html`<p><b>${status}</b> ${type}</p>${writeFields(schema, 'answered')}`;
}

function jsonOf(body: Body | undefined): Schema | undefined {
  return body?.content?.['application/json']?.schema;
}

function writeRefusal(code: RefusalCode, status: number): Html {
  return html`<div id="${code}"><dt><code>${code}</code> <span class="type">${status}</span></dt>
<dd>${sentenceOf(code)}</dd><dd lang="nl">${sentenceOf(code, 'nl')}</dd></div>`;
}
