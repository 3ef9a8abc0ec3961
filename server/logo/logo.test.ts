import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../test/client.ts';
import { aPerson } from '../../test/people.ts';
import { aPicture, sendPhoto } from '../../test/pictures.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let admin: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
});
after(() => world.close());

type Branding = { logo: string | null };

async function fetchLogo() {
  const answer = await fetch(`${world.base}/api/v1/logo`);
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    content: Buffer.from(await answer.arrayBuffer()),
  };
}

test('a logo is kept whole, shown to everybody, and removed', async () => {
  assert.equal((await fetchLogo()).status, 404);
  assert.equal((await admin.get<Branding>('/branding')).body.logo, null);
  const wide = await (await aPicture(1200, 200)).png().toBuffer();
  const { status, body } = await sendPhoto<Branding>(admin, '/settings/logo', wide);
  assert.equal(status, 200);
  const shown = await fetchLogo();
  assert.deepEqual([shown.status, shown.type], [200, 'image/png']);
  // The head of a PNG says how large it is.
  assert.deepEqual([shown.content.readUInt32BE(16), shown.content.readUInt32BE(20)], [480, 80]);
  assert.equal((await world.visitor().get<Branding>('/branding')).body.logo, body.logo);
  assert.equal((await admin.delete('/settings/logo')).status, 204);
  assert.equal((await fetchLogo()).status, 404);
  assert.equal((await admin.delete('/settings/logo')).body.code, 'logo.none');
  const { body: log } = await admin.get<{ items: { action: string }[] }>('/audit');
  assert.deepEqual(
    log.items.map(({ action }) => action).filter((action) => action.includes('logo')),
    ['settings.logo-removed', 'settings.logo-set'],
  );
});

test('what is no picture is refused at its field, and others may not change the logo', async () => {
  type Problem = { code: string; fields: { field: string }[] };
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const refused = await sendPhoto<Problem>(admin, '/settings/logo', script, 'logo.png');
  assert.deepEqual([refused.status, refused.body.code], [422, 'photos.not-a-picture']);
  assert.equal(refused.body.fields[0]?.field, 'file');
  const hr = await world.signIn((await aPerson(world, { roles: ['hr'] })).email);
  const other = await sendPhoto<Problem>(hr, '/settings/logo', await (await aPicture()).png().toBuffer());
  assert.deepEqual([other.status, other.body.code], [403, 'session.not-allowed']);
});
