import { button, dialog, field, heading, link, row, tick, wholeText } from './find.ts';
import { aPerson, aWord, capital, succeed } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('welcome mail goes to many at once, only to who was never invited, and the result stays to be read', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const made = (firstName: string) =>
      aPerson(admin.api, {
        firstName,
        lastName: word,
        email: `${firstName}@${word}.example`.toLowerCase(),
        pending: true,
        language,
      });
    const [anna, bob, cor] = [await made('Anna'), await made('Bob'), await made('Cor')];
    await succeed(admin.api.post(`/users/${cor.id}/welcome-mail`, {}));
    const page = await enter(admin, `/users?search=${word}&invitation=none`);
    await expect(link(page, anna.name)).toBeVisible();
    await expect(link(page, cor.name)).toBeHidden();

    await tick(page, t('kit.table.choose', { name: anna.name })).check();
    await expect(page.getByText(t('bulk.chosen', { count: 1 }))).toBeVisible();
    await button(page, t('bulk.take-all', { count: 2, exact: true })).click();
    await expect(tick(page, t('kit.table.choose', { name: bob.name }))).toBeChecked();
    await button(page, t('bulk.menu')).click();
    await button(page, t('bulk.deed.welcome-mail')).click();
    const asking = dialog(page, t('bulk.deed.welcome-mail'));
    await button(asking, t('bulk.dialog.preview')).click();

    await expect(heading(page, t('bulk.deed.welcome-mail'))).toBeVisible();
    await button(page, t('bulk.page.begin.mail', { count: 2 })).click();
    await expect(wholeText(page, t('bulk.page.done', { done: 2, refused: 0 }))).toBeVisible();
    await expect(row(page, bob.name)).toContainText(t('bulk.outcome.done'));

    await page.goto(`/users?search=${word}&invitation=none`);
    await expect(page.getByText(t('users.list.empty.filters'))).toBeVisible();
    await page.goto('/bulk');
    await link(page, t('bulk.deed.welcome-mail')).click();
    await expect(wholeText(page, t('bulk.page.done', { done: 2, refused: 0 }))).toBeVisible();
  });

  test('deleting many shows whom it does not apply to, and asks to type the number', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const made = (firstName: string) =>
      aPerson(admin.api, {
        firstName,
        lastName: word,
        email: `${firstName}@${word}.nl`.toLowerCase(),
        language,
      });
    const [dora, emil] = [await made('Dora'), await made('Emil')];
    await succeed(admin.api.patch(`/users/${admin.id}`, { jobTitle: word }));
    const page = await enter(admin, `/users?search=${word},${admin.email}`);
    for (const { name } of [dora, emil, admin]) await tick(page, t('kit.table.choose', { name })).check();
    await button(page, t('bulk.menu')).click();
    await button(page, t('bulk.deed.delete')).click();
    await button(dialog(page, t('bulk.deed.delete')), t('bulk.dialog.preview')).click();

    const begin = button(page, t('bulk.page.begin.delete', { count: 2 }));
    await expect(begin).toBeVisible();
    await expect(row(page, admin.name)).toContainText(t('users.yourself'));
    await begin.click();
    const asking = dialog(page, t('bulk.page.delete.title', { count: 2 }));
    const confirm = button(asking, t('bulk.page.begin.delete', { count: 2 }));
    await expect(confirm).toBeDisabled();
    await field(asking, t('bulk.page.delete.count', { count: '2' })).fill('2');
    await confirm.click();
    await expect(wholeText(page, t('bulk.page.done', { done: 2, refused: 1 }))).toBeVisible();
    await page.goto(`/users?search=${word}`);
    await expect(link(page, dora.name)).toBeHidden();
  });
});
