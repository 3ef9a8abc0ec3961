import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { fastify } from 'fastify';
import { buildApp } from '../../server/app.ts';
import type { Database } from '../../server/db/connect.ts';
import { cookieName } from '../../server/http/session-cookie.ts';
import { insertSession } from '../../server/sign-in/sessions.sql.ts';
import { getBrowser } from '../find-browser.ts';

const times = 7;
const origin = { address: null, device: null };

/** Milliseconds: from the address to the rows, from a click on the next week to its shifts, and between two frames. */
type Drawn = { opened: number; nextWeek: number; frame: number; rows: number };

/** Draws the week of a team in Chromium, as somebody with admin access sees it. */
export async function drawWeek(database: Database, team: string, day: string): Promise<Drawn> {
  const { db } = database;
  const somebody = await db
    .selectFrom('users')
    .select('id')
    .where('state', '=', 'active')
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow();
  await db.updateTable('users').set({ is_admin: true }).where('id', '=', somebody.id).execute();
  const { id, token } = await insertSession(db, somebody.id, null, origin);
  const app = await buildApp(database, fastify({ logger: false }).log);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const base = `http://127.0.0.1:${port}`;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name: cookieName(), value: token, url: base }]);
    return await measurePage(await context.newPage(), `${base}/schedule?team=${team}&day=${day}`);
  } finally {
    await browser.close();
    await app.close();
    await db.deleteFrom('sessions').where('id', '=', id).execute();
  }
}

async function measurePage(page: Page, address: string): Promise<Drawn> {
  await page.goto(address);
  await page.waitForSelector('[data-shift]');
  const opened = await middleOf(async () => {
    await page.goto(address);
    await page.waitForSelector('[data-shift]');
    return page.evaluate<number>('performance.now()');
  });
  const nextWeek = await middleOf(async () => {
    await page.goto(address);
    await page.waitForSelector('[data-shift]');
    return page.evaluate<number>(drawNext);
  });
  await page.goto(address);
  await page.waitForSelector('[data-shift]');
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  return { opened, nextWeek, frame: await middleOf(() => page.evaluate<number>(scrollThrough)), rows };
}

/** Runs in the page: presses the button for the next week, and waits until its shifts stand there and were painted. */
const drawNext = `new Promise((done) => {
  const first = () => document.querySelector('[data-shift]')?.getAttribute('data-shift');
  const before = first();
  const buttons = [...document.querySelectorAll('button[aria-label]')];
  const began = performance.now();
  buttons.find(({ ariaLabel }) => ariaLabel === 'Later').click();
  const look = () =>
    requestAnimationFrame(() => {
      if (!first() || first() === before) return look();
      requestAnimationFrame(() => done(performance.now() - began));
    });
  look();
})`;

/** Runs in the page: scrolls from the first row to the last, 120 pixels a frame; what 95 of 100 frames stay below. */
const scrollThrough = `new Promise((done) => {
  const scroll = document.querySelector('[role=grid]').parentElement;
  scroll.scrollTop = 0;
  const frames = [];
  let last = performance.now();
  const step = () =>
    requestAnimationFrame(() => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (scroll.scrollTop + scroll.clientHeight >= scroll.scrollHeight - 1) {
        return done(frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]);
      }
      scroll.scrollTop += 120;
      step();
    });
  step();
})`;

async function middleOf(work: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) taken.push(await work());
  return taken.sort((a, b) => a - b)[times >> 1] as number;
}
