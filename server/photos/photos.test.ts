import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import type { Client } from '../../test/client.ts';
import { aPerson, type Made } from '../../test/people.ts';
import { aPicture, fetchPhoto, sendPhoto } from '../../test/pictures.ts';
import { openWorld, type World } from '../../test/world.ts';
import { walkChain } from '../audit/verify-audit.ts';
import { loadSharp } from './load-sharp.ts';

let world: World;
let admin: Client;
let person: Made;
let own: Client;

before(async () => {
  world = await openWorld();
  admin = await world.signIn();
  person = await aPerson(world, { roles: ['employee'] });
  own = await world.signIn(person.email);
});
after(() => world.close());

const send = (file: Buffer | string, name?: string) => sendPhoto(own, '/me/photo', file, name);
const refused = async (file: Buffer | string) => {
  const { status, body } = await sendPhoto<{ code: string; fields: object[] }>(own, '/me/photo', file);
  return { status, code: body.code, fields: body.fields };
};

/** What is served of the photo that was sent last, read dot by dot: without our limits on what may be read. */
async function read(query = '') {
  const { content } = await fetchPhoto(world.base, own, person.id, query);
  const sharp = await loadSharp();
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer'] });
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  const dot = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels)].slice(0, 3);
  return { content, dot, size: [info.width, info.height] };
}

function isNear(found: number[], wanted: number[]): boolean {
  return found.every((value, n) => Math.abs(value - (wanted[n] ?? 0)) < 12);
}

const red = { r: 220, g: 20, b: 20 };
const [blueDots, redDots] = [
  [20, 60, 200],
  [220, 20, 20],
];

test('the square in the middle is kept, in two sizes, never made larger than it was', async () => {
  const wide = (await aPicture(1800, 600)).composite([
    { input: { create: { width: 600, height: 600, channels: 3, background: red } }, left: 0, top: 0 },
  ]);
  assert.equal((await send(await wide.jpeg().toBuffer())).status, 200);
  const large = await read();
  assert.deepEqual(large.size, [512, 512]);
  assert.ok(isNear(large.dot(3, 250), blueDots as number[]));
  assert.deepEqual((await read('?size=small')).size, [96, 96]);
  await send(await (await aPicture(60, 40)).png().toBuffer());
  assert.deepEqual((await read()).size, [40, 40]);
});

test('a photo that lies on its side is put upright, and nothing that stood beside the picture is kept', async () => {
  const top = { create: { width: 100, height: 50, channels: 3 as const, background: red } };
  const lying = (await aPicture(100, 100))
    .composite([{ input: top, left: 0, top: 0 }])
    .withExif({
      IFD0: { Artist: 'Geheim', Copyright: 'Geheim' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' },
    })
    .withMetadata({ orientation: 6 });
  const file = await lying.jpeg().toBuffer();
  assert.ok(file.includes('Exif') && file.includes('Geheim'));
  assert.equal((await send(file)).status, 200);
  const { content, dot } = await read();
  assert.ok(isNear(dot(90, 50), redDots as number[]), 'the top is now at the right');
  assert.ok(isNear(dot(10, 50), blueDots as number[]));
  for (const words of ['Exif', 'Geheim', 'GPS', 'ICC_PROFILE', 'http'])
    assert.ok(!content.includes(words), words);
});

const kinds: Record<string, () => Promise<Buffer>> = {
  'a JPEG for printing': async () => (await aPicture()).toColourspace('cmyk').jpeg().toBuffer(),
  'a PNG of 16 bits': async () => (await aPicture()).toColourspace('rgb16').png().toBuffer(),
  'a grey PNG': async () => (await aPicture()).toColourspace('b-w').png().toBuffer(),
  'a PNG that one can look through': async () => (await aPicture()).ensureAlpha(0.5).png().toBuffer(),
  'a WebP': async () => (await aPicture()).webp().toBuffer(),
  'a WebP that moves': () => moving((pictures) => pictures.webp()),
  'a JPEG that comes in steps': async () => (await aPicture()).jpeg({ progressive: true }).toBuffer(),
};

async function moving(as: (pictures: Sharp) => Sharp): Promise<Buffer> {
  const sharp = await loadSharp();
  const data = Buffer.alloc(40 * 80 * 3, 90);
  return as(sharp(data, { raw: { width: 40, height: 80, channels: 3, pageHeight: 40 } })).toBuffer();
}

for (const [kind, make] of Object.entries(kinds)) {
  test(`${kind} becomes a photo`, async () => {
    const { status, raw } = await send(await make(), 'foto.svg');
    assert.equal(status, 200, raw);
    assert.deepEqual((await read()).size, [40, 40]);
  });
}

test('what stands behind a picture is not kept: a page, an archive, a program', async () => {
  const picture = await (await aPicture()).jpeg().toBuffer();
  const hidden = '<script>alert(1)</script>PK\x03\x04#!/bin/sh';
  assert.equal((await send(Buffer.concat([picture, Buffer.from(hidden)]), 'foto.html')).status, 200);
  assert.ok(!(await read()).content.includes('alert'));
});

/** A picture that is small as a file, and as large as it says in memory. */
function aBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.ceil(side / 8 + 1) * 2000));
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(name), content]);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const noPictures: Record<string, () => Promise<Buffer | string> | Buffer | string> = {
  'nothing at all': () => '',
  text: () => 'Geen foto.',
  'a drawing with a script': () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'a page': () => '<!doctype html><img src=x>',
  'a GIF': () => moving((pictures) => pictures.gif()),
  'a TIFF': async () => (await aPicture()).tiff().toBuffer(),
  'an AVIF': async () => (await aPicture()).heif({ compression: 'av1' }).toBuffer(),
};

for (const [kind, make] of Object.entries(noPictures)) {
  test(`${kind} is no picture, whatever it is called`, async () => {
    const code = 'photos.not-a-picture';
    const { status, ...answer } = await refused(await make());
    assert.equal(status, 422);
    assert.equal(answer.code, code);
    assert.deepEqual(
      (answer.fields as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
      [['file', code]],
    );
  });
}

test('a picture that is cut off, or begins like one and goes on as something else, is broken', async () => {
  const whole = await (await aPicture(800, 800)).jpeg().toBuffer();
  const png = await (await aPicture(800, 800)).png().toBuffer();
  for (const file of [
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, 30),
    png.subarray(0, png.length - 40),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg></svg>')]),
    Buffer.from('\x89PNG\r\n\x1a\n%PDF-1.7', 'latin1'),
    Buffer.from('RIFF\x00\x00\x00\x00WEBP', 'latin1'),
  ]) {
    assert.deepEqual((await refused(file)).code, 'photos.broken');
  }
});

test('a picture of 50,000 by 50,000 is refused by what it says of itself, before it takes any memory', async () => {
  const begun = performance.now();
  for (const side of [50_000, 7100])
    assert.equal((await refused(aBomb(side))).code, 'photos.too-many-pixels');
  assert.ok(performance.now() - begun < 5000);
});

test('a picture that comes in steps, and so takes memory as a whole, has to be smaller', async () => {
  const grey = (await aPicture(5000, 4500)).toColourspace('b-w');
  assert.equal((await send(await grey.clone().png({ progressive: true }).toBuffer())).status, 200);
  const deep = (await aPicture(5000, 4500)).ensureAlpha().toColourspace('rgb16');
  const held = await deep.png({ progressive: true }).toBuffer();
  assert.equal((await refused(held)).code, 'photos.too-many-pixels');
});

test('a file of more than ten megabytes is refused, and no file at all', async () => {
  const large = await sendPhoto<{ code: string; detail: string }>(own, '/me/photo', Buffer.alloc(10_500_000));
  assert.deepEqual([large.status, large.body.code], [413, 'request.file-too-large']);
  assert.match(large.body.detail, /10 MB/);
  const boundary = { 'content-type': 'multipart/form-data; boundary=x' };
  const none = await own.put('/me/photo', '--x--\r\n', boundary);
  assert.deepEqual([none.status, none.body.code], [422, 'photos.no-file']);
});

test('of ten that come at once one is kept, whole', async () => {
  const pictures = await Promise.all(
    Array.from({ length: 10 }, async (_, n) =>
      (await aPicture(300, 300, { r: n * 20, g: 0, b: 0 })).png().toBuffer(),
    ),
  );
  const answers = await Promise.all(pictures.map((picture) => send(picture)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const kept = await world.db.selectFrom('photos').selectAll().where('user_id', '=', person.id).execute();
  assert.equal(kept.length, 1);
  assert.ok(answers.some(({ body }) => body.photo === kept[0]?.tag));
  assert.equal((await walkChain(world.db)).sound, true);
});

test('the same photo again changes nothing', async () => {
  const picture = await (await aPicture(90, 90)).png().toBuffer();
  await send(picture);
  const count = async () =>
    (await world.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq;
  const before = await count();
  assert.equal((await send(picture)).status, 200);
  assert.equal(await count(), before);
});

test('a browser keeps it for itself, and asks each time whether it still may', async () => {
  const path = `/people/${person.id}/photo?size=small`;
  const first = await own.get(path);
  assert.deepEqual(
    [first.status, first.headers['content-type'], first.headers['cache-control']],
    [200, 'image/jpeg', 'private, no-cache'],
  );
  assert.equal(first.headers['x-content-type-options'], 'nosniff');
  const etag = String(first.headers.etag);
  const again = await own.get(path, { 'if-none-match': etag });
  assert.deepEqual([again.status, again.raw], [304, '']);
  const stranger = await world.signIn((await aPerson(world)).email);
  const answer = await stranger.get(path, { 'if-none-match': etag });
  assert.deepEqual([answer.status, answer.body.code], [404, 'photos.not-found']);
  assert.equal((await world.visitor().get(path, { 'if-none-match': etag })).status, 401);
});

test('who may see the person sees the photo; others get the answer of somebody who is not there', async () => {
  const gone = await aPerson(world, { state: 'deactivated' });
  const here = await aPerson(world);
  for (const { path } of [gone, here]) {
    assert.equal(
      (await sendPhoto(admin, `${path}/photo`, await (await aPicture()).png().toBuffer())).status,
      200,
    );
  }
  const planner = await world.signIn((await aPerson(world, { roles: ['planner'] })).email);
  const employee = await world.signIn((await aPerson(world, { roles: ['employee'] })).email);
  const nobody = await world.signIn((await aPerson(world)).email);
  const look = (client: Client, { id }: Made) => client.get(`/people/${id}/photo`);
  assert.equal((await look(admin, gone)).status, 200);
  assert.equal((await look(planner, gone)).status, 200);
  assert.equal((await look(employee, here)).status, 200);
  const unknown = await employee.get('/people/01900000-0000-7000-8000-000000000001/photo');
  for (const [client, whose] of [
    [employee, gone],
    [nobody, here],
    [nobody, gone],
  ] as const) {
    const answer = await look(client, whose);
    assert.deepEqual([answer.status, answer.raw], [unknown.status, unknown.raw]);
  }
});

test('nobody changes the photo of somebody with more rights, or without the right', async () => {
  const picture = await (await aPicture()).png().toBuffer();
  const hr = await world.signIn((await aPerson(world, { roles: ['hr'] })).email);
  const above = await sendPhoto<{ code: string }>(hr, `/users/${world.adminId}/photo`, picture);
  assert.deepEqual([above.status, above.body.code], [403, 'users.above-you']);
  const help = await aPerson(world, { roles: ['help-desk'] });
  assert.equal((await sendPhoto(hr, `${help.path}/photo`, picture)).status, 200, 'a photo is a detail');
  assert.equal((await sendPhoto(hr, `${person.path}/photo`, picture)).status, 200);
  assert.equal((await sendPhoto(own, `${person.path}/photo`, picture)).status, 403);
  assert.equal((await hr.delete(`${person.path}/photo`)).status, 204);
  const none = await hr.delete(`${person.path}/photo`);
  assert.deepEqual([none.status, none.body.code], [409, 'photos.none']);
});

test('a photo goes with the person', async () => {
  const leaving = await aPerson(world);
  await sendPhoto(admin, `${leaving.path}/photo`, await (await aPicture()).png().toBuffer());
  await admin.post(`${leaving.path}/delete`, { acknowledged: true });
  const rows = await world.db.selectFrom('photos').selectAll().where('user_id', '=', leaving.id).execute();
  assert.deepEqual(rows, []);
});
