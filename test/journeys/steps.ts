import { expect, type Page } from '@playwright/test';
import { button, field, heading } from './find.ts';
import type { Words } from './stage.ts';

/** Fills in the sign-in page and sends it. */
export async function signInHere(page: Page, t: Words, who: { email: string; password: string }) {
  await field(page, t('sign-in.identifier')).fill(who.email);
  await field(page, t('sign-in.password')).fill(who.password);
  await button(page, t('sign-in.submit')).click();
}

/** The first page of somebody who is signed in. */
export async function expectOverview(page: Page, t: Words): Promise<void> {
  await expect(heading(page, t('overview.title'))).toBeVisible();
}

/** The address of the link in the mail that is open on the page. */
export async function readMailLink(page: Page, t: Words): Promise<string> {
  const open = page.getByRole('link', { name: `${t('mail.link.open')} ${t('mail.link.new-tab')}` });
  await expect(open).toBeVisible();
  return (await open.getAttribute('href')) ?? '';
}
