import { button, dialog, field, link, tick } from './find.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('a list is kept under a name for everybody, found by a colleague, and deleted', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const person = await aPerson(admin.api, { lastName: word, roles: ['finance'], language });
    await aPerson(admin.api, { firstName: word, language });
    const colleague = await aPerson(admin.api, { roles: ['key-user'], language });
    const page = await enter(admin, `/users?search=${word}&role=finance&sort=-createdAt&columns=number`);
    await expect(link(page, person.name)).toBeVisible();
    await button(page, t('views.open')).click();
    await button(page, t('views.save')).click();
    const saving = dialog(page, t('views.save.title'));
    await field(saving, t('views.name')).fill(word);
    await tick(saving, t('views.share')).check();
    await button(saving, t('kit.save')).click();
    await expect(page.getByText(t('views.saved', { name: word }))).toBeVisible();

    const theirs = await enter(colleague, '/users');
    await button(theirs, t('views.open')).click();
    await button(theirs, word).click();
    await expect(link(theirs, person.name)).toBeVisible();
    await expect(theirs.getByText(t('users.list.found', { count: 1, exact: true }))).toBeVisible();
    await expect(theirs).toHaveURL(/role=finance.*sort=-createdAt.*columns=number/);

    await button(page, t('views.open')).click();
    await button(page, t('views.delete.named', { name: word })).click();
    const deleting = dialog(page, t('views.delete.title', { name: word }));
    await button(deleting, t('views.delete.submit', { name: word })).click();
    await expect(page.getByText(t('views.deleted', { name: word }))).toBeVisible();
  });
});
