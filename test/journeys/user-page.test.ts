import { changeUser, setAdminAccess } from '../../contract/users.ts';
import { button, dialog, field, heading, link, row, section, tick } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test, testAlone } from './stage.ts';

inEachLanguage((language) => {
  test('what is changed on the page of a user is saved together, and not lost by leaving', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { firstName: 'Anna', language, roles: ['employee'] });
    const page = await enter(admin, `/users/${person.id}`);
    await field(page, t('fields.name.firstName')).fill('Annelies');
    await field(page, t('fields.name.mobile')).fill('06 12345678');
    await link(page, t('shell.overview')).click();
    const asked = dialog(page, t('kit.unsaved.title'));
    await button(asked, t('kit.unsaved.stay')).click();
    await expect(field(page, t('fields.name.firstName'))).toHaveValue('Annelies');

    await field(page, t('fields.name.language')).selectOption(language === 'nl' ? 'en' : 'nl');
    await field(page, t('fields.name.timeZone')).fill('Lisb');
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
    await tick(page, t('roles.name.employee')).uncheck();
    await tick(page, t('roles.name.auditor')).check();
    const bar = section(page, t('users.save.bar'));
    await expect(bar).toContainText(t('users.save.details'));
    await button(bar, t('kit.save')).click();
    const renamed = person.name.replace('Anna', 'Annelies');
    await expect(page.getByText(t('users.save.done', { name: renamed }))).toBeVisible();
    await expect(heading(page, renamed)).toBeVisible();
    await expect(bar).toBeHidden();

    await page.reload();
    await expect(field(page, t('fields.name.mobile'))).toHaveValue('06 12345678');
    await expect(field(page, t('fields.name.timeZone'))).toHaveValue('Europe/Lisbon');
    await expect(tick(page, t('roles.name.auditor'))).toBeChecked();
    await expect(tick(page, t('roles.name.employee'))).not.toBeChecked();
    const history = section(page, t('users.history.title'));
    await expect(history.getByText(t('actions.users.changed'))).toBeVisible();
    await expect(history.getByText(t('users.history.by', { name: admin.name })).first()).toBeVisible();

    await field(page, t('fields.name.firstName')).fill('Anneke');
    await link(page, t('shell.overview')).click();
    await button(asked, t('kit.unsaved.leave')).click();
    await expect(heading(page, t('overview.title'))).toBeVisible();
    await page.goBack();
    await expect(field(page, t('fields.name.firstName'))).toHaveValue('Annelies');
  });

  test('when two save the same person, the second sees both versions and nothing is lost', async ({
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const colleague = await aPerson(admin.api, { language, admin: true });
    const [mine, theirs] = [
      await enter(admin, `/users/${person.id}`),
      await enter(colleague, `/users/${person.id}`),
    ];
    await field(mine, t('fields.name.jobTitle')).fill('Hovenier');
    await field(mine, t('fields.name.phone')).fill('030 123 45 67');
    await field(theirs, t('fields.name.phone')).fill('020 123 45 67');
    await field(theirs, t('fields.name.mobile')).fill('06 12345678');
    await button(theirs, t('kit.save')).click();
    await expect(theirs.getByText(t('users.save.done', { name: person.name }))).toBeVisible();

    expectRefusal(changeUser, 'request.stale');
    await button(mine, t('kit.save')).click();
    const both = dialog(mine, t('kit.stale.title'));
    const phones = row(both, t('fields.name.phone'));
    await expect(phones).toContainText('030 123 45 67');
    await expect(phones).toContainText('020 123 45 67');
    await expect(row(both, t('fields.name.mobile'))).toContainText('06 12345678');
    await button(both, t('kit.stale.keep-mine')).click();
    await expect(mine.getByText(t('users.save.done', { name: person.name }))).toBeVisible();
    await theirs.reload();
    await expect(field(theirs, t('fields.name.phone'))).toHaveValue('030 123 45 67');
    await expect(field(theirs, t('fields.name.mobile'))).toHaveValue('06 12345678');
    await expect(field(theirs, t('fields.name.jobTitle'))).toHaveValue('Hovenier');
  });

  test('admin access is granted and taken away with Save', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(admin, `/users/${person.id}`);
    const access = section(page, t('users.admin.title'));
    await tick(access, t('users.admin.grant')).check();
    await expect(access).toContainText(t('users.admin.will-grant', { name: person.name }));
    await button(page, t('kit.save')).click();
    await expect(page.getByText(t('users.save.done', { name: person.name }))).toBeVisible();
    const theirs = await enter(person, '/settings');
    await expect(heading(theirs, t('settings.title'))).toBeVisible();

    await page.goto(`/users?search=${person.email}`);
    await expect(row(page, person.name)).toContainText(t('states.admin'));
    await link(page, person.name).click();
    await tick(access, t('users.admin.grant')).uncheck();
    await button(page, t('kit.save')).click();
    await expect(page.getByText(t('users.save.done', { name: person.name }))).toBeVisible();
    await theirs.reload();
    await expect(heading(theirs, t('shell.no-right.title'))).toBeVisible();
  });

  testAlone(
    'the last administrator keeps admin access and the account',
    async ({ enter, founder, expectRefusal, t }) => {
      const page = await enter(founder, `/users/${founder.id}`);
      await tick(page, t('users.admin.grant')).uncheck();
      await button(page, t('kit.save')).click();
      expectRefusal(setAdminAccess, 'users.last-administrator');
      await button(dialog(page, t('users.admin.own.title')), t('users.admin.own.confirm')).click();
      await expect(page.getByRole('alert')).toContainText(t('users.last-administrator'));
      await button(page, t('users.save.discard')).click();
      await expect(tick(page, t('users.admin.grant'))).toBeChecked();

      await button(page, t('users.end.open')).click();
      const ways = dialog(page, t('users.end.title', { name: founder.name }));
      await expect(ways.getByText(t('users.last-administrator'))).toBeVisible();
      await expect(button(ways, t('users.end.submit'))).toBeHidden();
    },
  );
});
