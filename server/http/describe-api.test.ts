import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import fastify, { type FastifyInstance } from 'fastify';
import { calls } from '../../contract/calls.ts';
import { isForPrograms } from '../../contract/endpoint.ts';
import { refusals } from '../../contract/refusals.ts';
import { addDescription } from './describe-api.ts';

type Operation = {
  'x-permission': string;
  security: object[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: { properties: object } }> };
  responses: Record<string, { 'x-codes'?: string[] }>;
};
type Scheme = { type: string; in?: string; scheme?: string };
type Document = {
  openapi: string;
  components: { securitySchemes: Record<string, Scheme> };
  paths: Record<string, Record<string, Operation>>;
};

let app: FastifyInstance;
let document: Document;
let page: string;

before(async () => {
  app = fastify();
  addDescription(app);
  const answer = await app.inject('/api/v1/openapi.json');
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  document = answer.json();
  page = (await app.inject('/api/docs')).body;
});

test('it is valid OpenAPI 3.1, as a validator that is not ours says', async () => {
  const result = await new Validator().validate(structuredClone(document));
  assert.deepEqual(result, { valid: true });
  assert.match(document.openapi, /^3\.1\./);
});

test('it names both ways to say who one is, and which calls take a token', () => {
  const { session, token } = document.components.securitySchemes;
  assert.deepEqual([session?.type, session?.in], ['apiKey', 'cookie']);
  assert.deepEqual([token?.type, token?.scheme], ['http', 'bearer']);
  const takes = (path: string, method: string) =>
    document.paths[path]?.[method]?.security.some((way) => 'token' in way);
  assert.equal(takes('/users', 'get'), true);
  assert.equal(takes('/users/{id}/admin-access', 'put'), false);
  assert.equal(takes('/me/password', 'put'), false);
  assert.match(page, /<code>\/users<\/code><\/h3>[^§]*?also with an API token/);
});

test('it describes every call: who may, what is sent, how it is refused', () => {
  for (const call of calls) {
    const path = call.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[call.method.toLowerCase()];
    assert.ok(operation, call.name);
    assert.equal(operation['x-permission'], call.may);
    const ways = operation.security.flatMap((way) => Object.keys(way));
    const token = isForPrograms(call) ? ['token'] : [];
    assert.deepEqual(ways, call.may === 'anyone' ? [] : ['session', ...token], call.name);
    const described = [
      ...(operation.parameters ?? [])
        .filter((parameter) => parameter.in !== 'header')
        .map(({ name }) => name),
      ...Object.keys(
        operation.requestBody?.content[call.upload ? 'multipart/form-data' : 'application/json']?.schema
          .properties ?? {},
      ),
    ];
    const taken = [...Object.keys(call.input.shape), ...(call.upload ? ['file'] : [])];
    assert.deepEqual(described.sort(), taken.sort(), call.name);
    const codes = Object.values(operation.responses).flatMap((response) => response['x-codes'] ?? []);
    for (const code of call.refusals) assert.ok(codes.includes(code), `${call.name} ${code}`);
  }
});

test('the limits of cleaned text are those that hold in the end', () => {
  const create = document.paths['/users']?.post?.requestBody?.content['application/json']?.schema.properties;
  assert.deepEqual((create as Record<string, unknown>).firstName, {
    type: 'string',
    minLength: 1,
    maxLength: 100,
  });
});

test('the page has an anchor for every refusal and call, and no script', () => {
  const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  for (const code of Object.keys(refusals)) assert.ok(anchors.has(code), code);
  for (const { name } of calls) assert.ok(anchors.has(`call-${name}`), name);
  for (const [, target] of page.matchAll(/ href="#([^"]+)"/g)) assert.ok(anchors.has(target), String(target));
  assert.doesNotMatch(page, /<script|\son\w+=|undefined|\[object/i);
});

test('it is made once', async () => {
  const [first, second] = await Promise.all([app.inject('/api/docs'), app.inject('/api/docs')]);
  assert.equal(first.body, second.body);
  assert.equal(first.statusCode, 200);
});
