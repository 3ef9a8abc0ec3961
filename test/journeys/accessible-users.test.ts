import { getUser } from '../../contract/users.ts';
import { button, dialog, field, heading, link, tick } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, aWord, capital, lockOut } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('the list of users and its windows hold to WCAG 2.2 AA', async ({ enter, admin, muster, t }) => {
    const word = capital(aWord());
    const made = (firstName: string, wanted: object) =>
      aPerson(admin.api, {
        firstName,
        lastName: word,
        email: `${firstName}@${word}.example`,
        language,
        ...wanted,
      });
    await made('Pia', { pending: true });
    await made('Rik', { roles: ['hr', 'finance', 'planner', 'auditor'] });
    const locked = await made('Lot', { admin: true });
    await lockOut(muster.base, locked);
    const page = await enter(admin, '/');
    await walk(page, language, {
      users: async () => {
        await page.goto(`/users?search=${word},niemand@x.nl`);
        await expect(link(page, `Rik ${word}`)).toBeVisible();
        await expect(page.getByText(t('users.list.not-found'))).toBeVisible();
      },
      filters: async () => {
        await button(page, t('users.filters.open')).click();
        await tick(page, t('users.filters.admin')).check();
      },
      columns: async () => {
        await page.keyboard.press('Escape');
        await button(page, t('kit.table.columns')).click();
        await expect(tick(page, t('fields.name.username'))).toBeVisible();
      },
      'the filter of roles': async () => {
        await page.goto('/users');
        await button(page, t('users.filters.open')).click();
        await button(page, t('users.filters.roles.choose')).click();
        await expect(tick(page, t('roles.name.hr'))).toBeVisible();
      },
      'nobody found': async () => {
        await page.goto('/users?search=niemand@x.nl');
        await expect(page.getByText(t('users.list.empty.filters'))).toBeVisible();
      },
      'people ticked, and what to do to them': async () => {
        await page.goto(`/users?search=${word}`);
        await tick(page, t('kit.table.choose', { name: `Pia ${word}` })).check();
        await button(page, t('bulk.menu')).click();
        await expect(button(page, t('bulk.deed.delete'))).toBeVisible();
      },
      'for whom it can be done': async () => {
        await button(page, t('bulk.deed.welcome-mail')).click();
        await button(page, t('bulk.dialog.preview')).click();
        await expect(button(page, t('bulk.page.begin.mail', { count: 1 }))).toBeVisible();
      },
    });
  });

  test('the pages of a user hold to WCAG 2.2 AA', async ({ enter, admin, muster, expectRefusal, t }) => {
    expectRefusal(getUser, 'users.not-found');
    const pending = await aPerson(admin.api, { language, pending: true });
    const person = await aPerson(admin.api, { language, roles: ['hr'] });
    const { name } = person;
    await lockOut(muster.base, person);
    const page = await enter(admin, '/');
    await walk(page, language, {
      'making a user, with faults': async () => {
        await page.goto('/users/new');
        await button(page, t('users.form.more.about')).click();
        await field(page, t('fields.name.email')).fill('info@example.org');
        await expect(page.getByText(t('users.form.email.shared'))).toBeVisible();
        await button(page, t('users.new.submit')).click();
        await expect(page.getByText(t('fields.required')).first()).toBeVisible();
      },
      'a user who is pending': async () => {
        await page.goto('about:blank');
        await page.goto(`/users/${pending.id}`);
        await expect(page.getByText(t('users.invitation.none'))).toBeVisible();
      },
      'a user who is locked, changed': async () => {
        await page.goto(`/users/${person.id}`);
        await field(page, t('fields.name.jobTitle')).fill('Hovenier');
        await expect(page.getByRole('img', { name: t('states.locked') }).first()).toBeVisible();
        await expect(button(page, t('kit.save'))).toBeVisible();
      },
      'leaving with changes': async () => {
        await page
          .getByRole('link', { name: t('users.page.crumb') })
          .last()
          .click();
        await expect(dialog(page, t('kit.unsaved.title'))).toBeVisible();
      },
      'a new password': async () => {
        await button(page, t('kit.unsaved.stay')).click();
        await button(page, t('users.security.set-password')).click();
        await button(page, t('kit.password.generate')).click();
      },
      'a new password to hand over': async () => {
        await button(dialog(page, t('users.password.title', { name })), t('kit.save')).click();
        await expect(dialog(page, t('users.password.done.title', { name }))).toBeVisible();
      },
      'the two ways to end an account': async () => {
        await button(page, t('users.password.done.close')).click();
        await button(page, t('users.end.open')).click();
        await button(page, t('users.end.membership')).click();
        await field(page, t('fields.name.leavesOn')).fill('2090-01-01');
        await expect(page.getByText(t('users.leave.after', { name }))).toBeVisible();
      },
      'a user who is not there': async () => {
        await page.goto('about:blank');
        await page.goto('/users/00000000-0000-7000-8000-000000000000');
        await expect(heading(page, t('users.page.missing'))).toBeVisible();
      },
    });
  });
});
