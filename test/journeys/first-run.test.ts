import type { Page } from '@playwright/test';
import { setUp } from '../../contract/setup.ts';
import { button, dialog, field, heading, link, radio } from './find.ts';
import { expect, inEachLanguage, testAlone as test, type Words } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

const password = 'Waterval-39-mos';

async function fillIn(page: Page, t: Words): Promise<void> {
  await field(page, t('setup.organisation.name')).fill('Zonnehof');
  await field(page, t('fields.name.firstName')).fill('Ada');
  await field(page, t('fields.name.infix')).fill('van der');
  await field(page, t('fields.name.lastName')).fill('Berg');
  await field(page, t('fields.name.email')).fill(' ada@zonnehof.example ');
  await field(page, t('setup.password')).fill(password);
}

inEachLanguage((language) => {
  test('the printed link, and nothing else, makes the first administrator, once', async ({
    visit,
    muster,
    expectRefusal,
    t,
  }) => {
    const page = await visit('/');
    await expect(heading(page, t('setup.link.title'))).toBeVisible();

    await page.goto('/setup#wrong-token');
    await fillIn(page, t);
    expectRefusal(setUp, 'setup.wrong-token');
    await button(page, t('setup.submit')).click();
    await expect(page.getByText(t('setup.wrong-token'))).toBeVisible();
    await expect(page.getByText(t('setup.wrong.text'))).toBeVisible();
    await expect(field(page, t('fields.name.lastName'))).toHaveValue('Berg');

    const right = await visit(`/setup#${muster.setupToken}`);
    await expect(heading(right, t('setup.title'))).toBeVisible();
    await fillIn(right, t);
    await expect(radio(right, t('setup.start.empty'))).toBeChecked();
    await button(right, t('setup.submit')).click();
    await expectOverview(right, t);
    await expect(right).toHaveTitle(`${t('overview.title')} · Zonnehof`);
    await expect(right.getByText(t('setup.done'))).toBeVisible();
    await expect(right.getByText(t('overview.hello', { name: 'Ada' }))).toBeVisible();
    await expect(right.locator('html')).toHaveAttribute('lang', language);

    const again = await visit(`/setup#${muster.setupToken}`);
    await expect(heading(again, t('setup.already.title'))).toBeVisible();
    await link(again, t('links.broken.sign-in')).click();
    await signInHere(again, t, { email: 'ADA@zonnehof.example', password });
    await expectOverview(again, t);
  });

  test('a demo organisation has 250 people, and goes with one button', async ({ visit, muster, t }) => {
    const page = await visit(`/setup#${muster.setupToken}`);
    await fillIn(page, t);
    await radio(page, t('setup.start.demo')).check();
    await button(page, t('setup.submit')).click();
    // Making 250 people takes longer than any other click.
    await expect(page.getByText(t('overview.demo.title'))).toBeVisible({ timeout: 30_000 });

    await link(page, t('shell.users')).click();
    const tabs = page.getByRole('tablist', { name: t('users.list.tabs') });
    await expect(tabs).toContainText(/\d+.*\d+/s);
    const counts = (await tabs.innerText()).match(/\d+/g) ?? [];
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(250 + 1);

    await link(page, t('shell.overview')).click();
    await button(page, t('overview.demo.remove')).click();
    const asked = dialog(page, t('settings.demo.confirm.title'));
    await button(asked, t('settings.demo.confirm.act')).click();
    await expect(page.getByText(t('settings.demo.removed', { count: 250 }))).toBeVisible();
    await expect(page.getByText(t('overview.demo.title'))).toBeHidden();
    await link(page, t('shell.users')).click();
    await expect(page.getByText(t('users.list.people', { count: 1, exact: true }))).toBeVisible();
  });
});
