import type { Locator, Page } from '@playwright/test';
import { button, field, heading, tick } from './find.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let times = 0; times < 80; times += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

inEachLanguage((language) => {
  test('the palette finds a person and opens their page, by keyboard alone', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(admin, '/');
    await expect(heading(page, t('overview.title'))).toBeVisible();
    await page.keyboard.press('Control+K');
    const search = page.getByRole('dialog').getByRole('textbox', { name: t('shell.search.long') });
    await expect(search).toBeFocused();
    await page.keyboard.type(person.email);
    await expect(page.getByRole('dialog').getByText(person.name)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(heading(page, person.name)).toBeFocused();
    await page.keyboard.press('Control+K');
    await expect(search).toBeFocused();
    await page.keyboard.type(t('shell.settings'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(heading(page, t('settings.title'))).toBeFocused();
  });

  test('a user is made by keyboard alone', async ({ enter, admin, t }) => {
    const last = capital(aWord());
    const page = await enter(admin, '/users');
    await expect(heading(page, t('shell.users'))).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: t('shell.skip') })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: t('users.list.create'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(heading(page, t('users.new.title'))).toBeFocused();
    await tabTo(page, field(page, t('fields.name.firstName')));
    await page.keyboard.type('Jip');
    await tabTo(page, field(page, t('fields.name.lastName')));
    await page.keyboard.type(last);
    await tabTo(page, field(page, t('fields.name.email')));
    await page.keyboard.type(`${last}@zonnehof.example`);
    await tabTo(page, tick(page, t('roles.name.hr')));
    await page.keyboard.press('Space');
    await tabTo(page, tick(page, t('users.new.no-mail')));
    await page.keyboard.press('Space');
    await tabTo(page, button(page, t('users.new.submit')));
    await page.keyboard.press('Enter');
    const note = page.getByRole('status').filter({ hasText: last });
    await expect(note).toContainText(t('users.list.saved', { name: `Jip ${last}` }));
    await tabTo(page, note.getByRole('link', { name: `Jip ${last}` }));
    await page.keyboard.press('Enter');
    await expect(heading(page, `Jip ${last}`)).toBeFocused();
    await expect(tick(page, t('roles.name.hr'))).toBeChecked();
  });
});
