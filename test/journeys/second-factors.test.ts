import { confirmApp, proveSecondFactor } from '../../contract/second-factors.ts';
import { codeOf } from '../authenticator-app.ts';
import { keepCodes, setUpShownApp } from './authenticator-app.ts';
import { button, dialog, field, heading, link, section } from './find.ts';
import { aDevice } from './passkey-device.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

inEachLanguage((language) => {
  test('somebody sets up an authenticator app, and signs in with its code and with a recovery code', async ({
    enter,
    visit,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(person, '/profile');
    const app = section(page, t('profile.app'));
    await expect(app).toContainText(t('profile.app.none'));
    await button(app, t('profile.app.set-up')).click();
    const window = dialog(page, t('set-up.app'));
    await field(window, t('set-up.app.code')).fill('12345');
    expectRefusal(confirmApp, 'session.wrong-code');
    await button(window, t('set-up.app.submit')).click();
    await expect(window).toContainText(t('session.wrong-code'));
    const { secret, code: spent, recoveryCodes } = await setUpShownApp(page, t);
    await expect(app).toContainText(t('profile.app.never-used'));
    await expect(button(app, t('profile.app.replace'))).toBeVisible();

    const theirs = await visit('/users');
    await signInHere(theirs, t, person);
    await expect(heading(theirs, t('prove.title'))).toBeVisible();
    await theirs.goto('/profile');
    await expect(heading(theirs, t('sign-in.title'))).toBeHidden();
    await expect(heading(theirs, t('prove.title'))).toBeVisible();
    expectRefusal(proveSecondFactor, 'session.wrong-code');
    // The code that confirmed the app is used up.
    await field(theirs, t('prove.code')).fill(spent);
    await button(theirs, t('prove.submit')).click();
    await expect(theirs.getByText(t('session.wrong-code')).first()).toBeVisible();
    await field(theirs, t('prove.code')).fill(codeOf(secret, 30));
    await button(theirs, t('prove.submit')).click();
    await expectOverview(theirs, t);

    const elsewhere = await visit('/');
    for (const [code, works] of [
      [recoveryCodes[0], true],
      [recoveryCodes[0], false],
    ] as const) {
      await signInHere(elsewhere, t, person);
      await button(elsewhere, t('prove.recovery')).click();
      await field(elsewhere, t('prove.recovery.code')).fill(code?.toUpperCase() ?? '');
      await button(elsewhere, t('prove.submit')).click();
      if (works) await expectOverview(elsewhere, t);
      else await expect(elsewhere.getByText(t('session.wrong-code')).first()).toBeVisible();
      await elsewhere.context().clearCookies();
      await elsewhere.goto('/sign-in');
    }
    await page.reload();
    await expect(section(page, t('profile.codes'))).toContainText('9');
  });

  test('somebody of whom a second factor is required makes a passkey at the next sign-in, before anything else', async ({
    visit,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    await admin.api.put(`/users/${person.id}/two-factor`, { required: true });
    const page = await visit('/profile');
    await aDevice(page);
    await signInHere(page, t, person);
    await expect(heading(page, t('set-up.title'))).toBeVisible();
    await page.goto('/users');
    await expect(heading(page, t('set-up.title'))).toBeVisible();
    await page.getByRole('button', { name: t('set-up.passkey.choice') }).click();
    await field(page, t('profile.passkeys.name')).fill('Laptop');
    await button(page, t('profile.passkeys.add')).click();
    await keepCodes(page, t);
    await expect(heading(page, t('set-up.title'))).toBeHidden();
    await page.goto('/profile');
    const passkeys = section(page, t('profile.passkeys'));
    await expect(passkeys).toContainText('Laptop');
    await button(passkeys, t('profile.passkeys.remove.named', { name: 'Laptop' })).click();
    const removing = dialog(page, t('profile.passkeys.remove.title', { name: 'Laptop' }));
    await expect(removing).toContainText(t('profile.factor.required'));

    // Signed in elsewhere, it asks for this passkey, and for nothing to be set up.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.addInitScript(() => {
      // An empty page is no secure place, and knows no passkeys.
      if (!('PublicKeyCredential' in window)) return;
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    await page.goto('/sign-in');
    await signInHere(page, t, person);
    await button(page, t('prove.passkey')).click();
    await expectOverview(page, t);
  });

  test('an administrator requires a second factor, sees that it is set up, and resets it', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const { name } = person;
    const page = await enter(admin, `/users/${person.id}`);
    const security = section(page, t('users.security.title'));
    await button(security, t('users.two-factor.require')).click();
    await expect(page.getByText(t('users.two-factor.require.done', { name }))).toBeVisible();
    await expect(security).toContainText(t('users.two-factor.required'));

    const theirs = await visit('/');
    await signInHere(theirs, t, person);
    await expect(heading(theirs, t('set-up.title'))).toBeVisible();
    await theirs.goto('/profile');
    await expect(heading(theirs, t('set-up.title'))).toBeVisible();
    await theirs.getByRole('button', { name: t('set-up.app.choice') }).click();
    await setUpShownApp(theirs, t);
    await expectOverview(theirs, t);
    await theirs.goto('/profile');
    await button(section(theirs, t('profile.app')), t('profile.app.remove')).click();
    const removing = dialog(theirs, t('profile.app.remove.title'));
    await expect(removing).toContainText(t('profile.factor.required'));
    await expect(button(removing, t('profile.app.remove'))).toBeDisabled();

    await page.goto('/users?twoFactor=on-and-required');
    await page.getByRole('link', { name, exact: true }).click();
    await expect(security).toContainText(t('users.two-factor.on-and-required'));
    await button(security, t('users.two-factor.reset')).click();
    const window = dialog(page, t('users.two-factor.reset.title', { name }));
    await expect(window).toContainText(t('users.two-factor.reset.again', { name }));
    await button(window, t('users.two-factor.reset')).click();
    await expect(page.getByText(t('users.two-factor.reset.done', { name }))).toBeVisible();
    await expect(security).toContainText(t('users.two-factor.required'));
    const mail = await enter(admin, `/mail?user=${person.id}`);
    const subject = t('mails.two-factor.subject', { change: 'reset', organisation: 'Zonnig Huis' });
    await expect(link(mail, subject)).toBeVisible();

    await theirs.goto('/');
    await signInHere(theirs, t, person);
    await expect(heading(theirs, t('set-up.title'))).toBeVisible();
  });
});
