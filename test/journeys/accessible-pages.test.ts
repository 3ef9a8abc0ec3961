import { button, field, heading, row } from './find.ts';
import { findMail } from './find-mail.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, succeed } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('overview, palette and audit log hold to WCAG 2.2 AA', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(admin, '/');
    await walk(page, language, {
      overview: async () => {
        await expect(heading(page, t('overview.people'))).toBeVisible();
      },
      'the menu of the person': async () => {
        await page.getByRole('button', { name: admin.name }).click();
        await expect(page.getByRole('menuitem', { name: t('shell.profile') })).toBeVisible();
      },
      'the palette': async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+K');
        await page.getByRole('dialog').getByRole('textbox').fill(person.email);
        await expect(page.getByRole('dialog').getByText(person.name)).toBeVisible();
      },
      'the audit log': async () => {
        await page.goto('/audit');
        await expect(row(page, t('actions.users.created')).first()).toBeVisible();
      },
      'the proof of the audit log': async () => {
        await button(page, t('audit.verify')).click();
        await expect(page.getByText(t('audit.verify.sound'), { exact: true })).toBeVisible();
      },
      'nothing here': async () => {
        await page.goto('/nowhere');
        await expect(heading(page, t('shell.not-found.title'))).toBeVisible();
      },
    });
  });

  test('mail, settings and profile hold to WCAG 2.2 AA', async ({ enter, admin, t }) => {
    const pending = await aPerson(admin.api, { language, pending: true });
    await succeed(admin.api.post(`/users/${pending.id}/welcome-mail`));
    const mail = await findMail(admin, pending);
    const page = await enter(admin, `/mail?search=${pending.email}`);
    await walk(page, language, {
      mail: async () => {
        await expect(page.getByText(pending.email).first()).toBeVisible();
      },
      'one mail': async () => {
        await page.goto(mail.path);
        await expect(heading(page, t('mail.link'))).toBeVisible();
      },
      settings: async () => {
        await page.goto('/settings');
        await button(page, t('settings.mail.add')).click();
        await expect(button(page, t('kit.save'))).toBeVisible();
      },
      profile: async () => {
        await page.goto('about:blank');
        await page.goto('/profile');
        await expect(page.getByText(t('profile.sessions.this'))).toBeVisible();
      },
      'the window for an authenticator app': async () => {
        await button(page, t('profile.app.set-up')).click();
        await expect(page.getByRole('img', { name: t('set-up.app.qr') })).toBeVisible();
      },
      'the window for a passkey': async () => {
        await page.keyboard.press('Escape');
        await button(page, t('profile.passkeys.add')).click();
        await expect(field(page, t('profile.passkeys.name'))).toBeVisible();
      },
    });
    const employee = await aPerson(admin.api, { language, roles: ['help-desk'] });
    const theirs = await enter(employee, '/settings');
    await walk(theirs, language, {
      'no right': async () => {
        await expect(heading(theirs, t('shell.no-right.title'))).toBeVisible();
      },
      'a user whom one may not change': async () => {
        await theirs.goto(`/users/${pending.id}`);
        await expect(theirs.getByText(t('users.admin.only-administrators'))).toBeVisible();
      },
    });
    if (language === 'en') return;
    await walk(theirs, language, {
      'the menu as a drawer': async () => {
        await button(theirs, t('shell.menu.open')).click();
        await expect(button(theirs, t('shell.menu.close'))).toBeVisible();
      },
    });
  });
});
