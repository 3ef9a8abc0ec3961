import type { Page } from '@playwright/test';
import { codeOf } from '../authenticator-app.ts';
import { button, field, tick } from './find.ts';
import { expect, type Words } from './stage.ts';

/** Sets up the app whose secret the page shows, and keeps the recovery codes. `code` is the one that is used up by it. */
export async function setUpShownApp(
  page: Page,
  t: Words,
): Promise<{ secret: string; code: string; recoveryCodes: string[] }> {
  const shown = page.locator('code');
  await expect(page.getByRole('img', { name: t('set-up.app.qr') })).toBeVisible();
  const secret = (await shown.innerText()).replace(/\s/g, '');
  const code = codeOf(secret);
  await field(page, t('set-up.app.code')).fill(code);
  await button(page, t('set-up.app.submit')).click();
  return { secret, code, recoveryCodes: await keepCodes(page, t) };
}

/** Reads the recovery codes that are shown this once, and says that they are kept. */
export async function keepCodes(page: Page, t: Words): Promise<string[]> {
  const codes = page.getByRole('list', { name: t('codes.list') }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recoveryCodes = await codes.allInnerTexts();
  await expect(button(page, t('codes.go-on'))).toBeDisabled();
  await tick(page, t('codes.kept')).check();
  await button(page, t('codes.go-on')).click();
  return recoveryCodes;
}
