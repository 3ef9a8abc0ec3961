import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import type { Language } from '../../contract/shapes.ts';
import { expect } from './stage.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Look = { width: number; scheme: 'light' | 'dark' };

const looks: Record<Language, Look> = {
  en: { width: 1440, scheme: 'light' },
  nl: { width: 390, scheme: 'dark' },
};

/**
 * Opens screens one after another and holds each to WCAG 2.2 AA. Words differ between the languages, colours and
 * structure do not: so the English screens are those of a desk in light colours, and the Dutch ones, whose words are
 * longer, those of a telephone in dark ones.
 */
export async function walk(
  page: Page,
  language: Language,
  screens: Record<string, () => Promise<void>>,
): Promise<void> {
  // Looking at many screens takes longer than doing something on one.
  test.setTimeout(180_000);
  for (const [name, open] of Object.entries(screens)) {
    await test.step(name, async () => {
      await open();
      await holdToWcag(page, name, looks[language]);
    });
  }
}

/** Holds what the page shows to WCAG 2.2 AA; and it never has to be moved sideways at 320 pixels (1.4.10, reflow). */
async function holdToWcag(page: Page, name: string, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await settle(page, scheme);
  const { violations } = await axe(page).analyze();
  const covered = (await page.getByRole('dialog').count()) > 0;
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes
      .map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`)
      // A button that is half under an open window is whole again when that closes.
      .filter((fault) => !(covered && /^target-size:.*obscured/s.test(fault))),
  );
  expect.soft(faults, `${name}, ${width} pixels wide, ${scheme}`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  // Some parts follow a change of width a moment later.
  await expect
    .configure({ soft: true })
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
      message: `${name}, room that it takes at 320 pixels`,
    })
    .toBeLessThanOrEqual(320);
  await page.setViewportSize({ width, height: 900 });
}

// Nothing can run in the frame that shows a mail, so nothing can be looked for in it either; and without frames to
// gather from, axe need not open a page of its own each time (what its legacy mode leaves out), which took half the time.
// What is in order is not written down.
const axe = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('iframe')
    .options({ runOnly: tags, resultTypes: ['violations'], selectors: false });

/** Colours and lists that are still on their way to what they become are not looked at. */
async function settle(page: Page, colorScheme: Look['scheme']): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  await standStill(page);
}

/** Windows and flyouts find their place a moment after the width of the page has changed. */
async function standStill(page: Page): Promise<void> {
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      }),
    );
  let before: string[] = [];
  await expect
    .poll(
      async () => {
        const now = await places();
        const still = now.join() === before.join();
        before = now;
        return still;
      },
      { intervals: [100] },
    )
    .toBe(true);
}
