import type { Locator, Page } from '@playwright/test';
import { aTeam, make } from './a-team.ts';
import { dialog, field } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

type Point = { x: number; y: number };

/** A finger on the screen, as the browser itself gets it. */
async function aFinger(page: Page) {
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  let here: Point = { x: 0, y: 0 };
  return {
    down: async (at: Point) => {
      here = at;
      await send('touchStart', at);
    },
    /** In steps, as a finger slides. */
    slide: async (to: Point) => {
      for (let step = 1; step <= 8; step += 1) {
        const part = step / 8;
        await send('touchMove', {
          x: here.x + (to.x - here.x) * part,
          y: here.y + (to.y - here.y) * part,
        });
      }
      here = to;
    },
    up: () => send('touchEnd'),
  };
}

async function middleOf(place: Locator): Promise<Point> {
  const box = await place.boundingBox();
  if (!box) throw new Error('out of sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

inEachLanguage((language) => {
  test('with a finger shifts are moved, stretched and drawn after holding on, and the grid is scrolled without', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    const times = { startsAt: '2026-11-16T09:00', endsAt: '2026-11-16T17:00' };
    await make(admin, '/shifts', { team: team.id, user: person.id, activity: activity.id, ...times });
    const page = await enter(admin, `/schedule?team=${team.id}&day=2026-11-16`, telephone);
    const cell = (day: number) => page.locator(`[data-place="1 ${day}"]`);
    const shift = (day: number) => cell(day).getByRole('button');
    const dragging = page.locator('[data-dragging]');
    const grid = page.getByRole('grid').locator('..');
    const scrolled = () => grid.evaluate((element) => element.scrollLeft);
    const finger = await aFinger(page);
    // What glides on after the finger has gone cannot be held on to.
    await grid.evaluate((element) => {
      let glides = 0;
      element.addEventListener('scrollend', () => {
        glides += 1;
        element.setAttribute('data-glides', String(glides));
      });
    });

    await expect(shift(0)).toBeVisible();
    const start = await middleOf(shift(0));
    await finger.down(start);
    await finger.slide({ x: start.x - 150, y: start.y });
    await finger.up();
    await expect.poll(scrolled).toBeGreaterThan(80);
    await expect(grid).toHaveAttribute('data-glides', '1');
    await expect(shift(0)).toContainText('09:00–17:00');
    await grid.evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
    await expect(grid).toHaveAttribute('data-glides', '2');

    await finger.down(await middleOf(shift(0)));
    await expect(dragging).toHaveAttribute('data-dragging', 'move');
    await finger.slide(await middleOf(cell(1)));
    await finger.up();
    await expect(shift(1)).toContainText('09:00–17:00');
    await expect(shift(0)).toHaveCount(0);
    expect(await scrolled()).toBe(0);

    const end = await middleOf(shift(1).locator('[data-edge="end"]'));
    await finger.down(end);
    await finger.slide({ x: end.x + 20, y: end.y });
    await finger.up();
    await expect(shift(1)).toContainText('09:00–17:30');

    // Near the edge the grid came along.
    await grid.evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
    const empty = await middleOf(cell(0));
    await finger.down(empty);
    await expect(dragging).toHaveAttribute('data-dragging', 'create');
    await finger.up();
    await expect(dragging).toHaveCount(0);
    await expect(dialog(page, t('schedule.add.title'))).toHaveCount(0);
    await finger.down(empty);
    await expect(dragging).toHaveAttribute('data-dragging', 'create');
    await finger.slide({ x: empty.x + 20, y: empty.y });
    await finger.up();
    const planning = dialog(page, t('schedule.add.title'));
    await expect(field(planning, t('schedule.begins'))).toHaveValue('12:00');
    await planning.press('Escape');

    await shift(1).tap();
    await expect(dialog(page, t('schedule.edit.title'))).toBeVisible();
  });
});
