import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  await aPerson(world, { firstName: 'Piet', lastName: '=1+1', email: 'piet@zonnig.example', roles: ['hr'] });
  await aPerson(world, { firstName: 'Jo; de', lastName: 'A & <B>', email: 'jo@zonnig.example' });
});
after(() => world.close());

const query = 'search=piet@,jo@&column=lastName&column=firstName&column=roles&column=locked';

async function lastExport() {
  const { body } = await admin.get<{ items: { changes: unknown }[] }>('/audit?action=users.exported');
  return body.items[0]?.changes;
}

test('chosen columns come in the chosen order, under the reader’s words, with nothing a spreadsheet would run', async () => {
  for (const separator of [',', ';']) {
    const { raw, status } = await admin.get(
      `/users/columns.csv?${query}&separator=${encodeURIComponent(separator)}`,
    );
    assert.equal(status, 200, raw);
    assert.deepEqual(parse(raw, { bom: true, delimiter: separator }), [
      ['Last name', 'First name', 'User roles', 'Locked'],
      ["'=1+1", 'Piet', 'HR', 'no'],
      ['A & <B>', 'Jo; de', '', 'no'],
    ]);
  }
});

test('the workbook holds the same as text, marked as text where it looks like a formula', async () => {
  const answer = await fetch(`${world.base}/api/v1/users/columns.xlsx?${query}`, {
    headers: { cookie: [...admin.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  assert.match(answer.headers.get('content-type') ?? '', /spreadsheetml/);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  assert.match(sheet, /<c t="inlineStr" s="1"><is><t xml:space="preserve">=1\+1<\/t>/);
  assert.match(sheet, /A &amp; &lt;B&gt;/);
  assert.doesNotMatch(sheet, /<f[ >]/);
  assert.equal(sheet.match(/<row>/g)?.length, 3);
});

test('every export stands in the audit log, the fixed one too, without whom was looked for', async () => {
  await admin.get(`/users/columns.xlsx?${query}`);
  assert.deepEqual(await lastExport(), [
    { field: 'columns', from: null, to: ['lastName', 'firstName', 'roles', 'locked'] },
    { field: 'format', from: null, to: 'xlsx' },
  ]);
  await admin.get('/users.csv?search=piet');
  assert.deepEqual(await lastExport(), [
    { field: 'columns', from: null, to: ['lastName', 'firstName', 'email'] },
    { field: 'format', from: null, to: 'csv' },
  ]);
});

test('a column that does not exist, or none at all, is refused', async () => {
  for (const columns of ['', 'column=passwordHash']) {
    assert.equal((await admin.get(`/users/columns.csv?${columns}`)).status, 400);
  }
});
