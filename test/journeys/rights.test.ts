import { button, field, heading, link, section } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('the help desk sees what it may do, and a helpful page where it may not come', async ({
    enter,
    admin,
    t,
  }) => {
    const helper = await aPerson(admin.api, { language, roles: ['help-desk'] });
    const person = await aPerson(admin.api, { language });
    const page = await enter(helper, '/');
    const navigation = page.getByRole('navigation', { name: t('shell.navigation') });
    await expect(link(navigation, t('shell.users'))).toBeVisible();
    await expect(link(navigation, t('shell.settings'))).toBeHidden();
    await expect(link(navigation, t('shell.audit'))).toBeHidden();
    await expect(link(page, t('overview.begin.user.act'))).toBeHidden();

    await link(navigation, t('shell.users')).click();
    await expect(heading(page, t('shell.users'))).toBeVisible();
    await expect(link(page, t('users.list.create'))).toBeHidden();
    await page.getByRole('searchbox', { name: t('users.list.search') }).fill(person.email);
    await link(page, person.name).click();
    await expect(
      button(section(page, t('users.security.title')), t('users.security.set-password')),
    ).toBeVisible();
    await expect(field(page, t('fields.name.firstName'))).toBeHidden();
    await expect(button(page, t('users.end.open'))).toBeHidden();
    await expect(page.getByText(t('users.admin.only-administrators'))).toBeVisible();

    for (const path of ['/users/new', '/settings', '/audit']) {
      await page.goto(path);
      await expect(heading(page, t('shell.no-right.title'))).toBeVisible();
      await expect(page.getByText(t('shell.no-right.text', { organisation: 'Zonnig Huis' }))).toBeVisible();
    }
    await link(page, t('shell.not-found.overview')).click();
    await expect(heading(page, t('overview.title'))).toBeVisible();
    await page.goto('/nowhere');
    await expect(heading(page, t('shell.not-found.title'))).toBeVisible();
  });

  test('an employee has an own profile and the directory, and nothing else', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language, roles: ['employee'] });
    const page = await enter(person, '/');
    const navigation = page.getByRole('navigation', { name: t('shell.navigation') });
    await expect(navigation.getByRole('link')).toHaveText([t('overview.title'), t('people.title')]);
    await page.goto(`/users/${admin.id}`);
    await expect(heading(page, t('shell.no-right.title'))).toBeVisible();
    await page.goto('/profile');
    await expect(page.getByText(person.email)).toBeVisible();
  });
});
