import type { Page } from '@playwright/test';
import { removePasskey } from '../../contract/second-factors.ts';
import { keepCodes } from './authenticator-app.ts';
import { button, dialog, field, heading, section } from './find.ts';
import { aDevice } from './passkey-device.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

inEachLanguage((language) => {
  test('a passkey is made, signs in without a password, is the second step after one, and is removed', async ({
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(person, '/profile');
    const device = await aDevice(page);
    const passkeys = section(page, t('profile.passkeys'));
    await button(passkeys, t('profile.passkeys.add')).click();
    const window = dialog(page, t('profile.passkeys.add'));
    await field(window, t('profile.passkeys.name')).fill('Telefoon');
    await button(window, t('profile.passkeys.add')).click();
    await keepCodes(page, t);
    await expect(passkeys).toContainText('Telefoon');

    await leave(page);
    // The browser offers the passkey at the field for the name; this device takes it at once.
    await page.goto('/sign-in');
    await expectOverview(page, t);

    await page.addInitScript(() => {
      // An empty page is no secure place, and knows no passkeys.
      if (!('PublicKeyCredential' in window)) return;
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    await leave(page);
    await page.goto('/sign-in');
    await button(page, t('sign-in.passkey')).click();
    await expectOverview(page, t);

    await leave(page);
    await page.goto('/sign-in');
    await signInHere(page, t, person);
    await expect(heading(page, t('prove.title'))).toBeVisible();
    await button(page, t('prove.passkey')).click();
    await expectOverview(page, t);

    await leave(page);
    await page.goto('/sign-in');
    await device.refuse();
    await button(page, t('sign-in.passkey')).click();
    await expect(page.getByRole('alert')).toContainText(t('passkey.cancelled'));
    await device.agree();
    await button(page, t('sign-in.passkey')).click();
    await expectOverview(page, t);

    await page.goto('/profile');
    await button(passkeys, t('profile.passkeys.remove.named', { name: 'Telefoon' })).click();
    const removing = dialog(page, t('profile.passkeys.remove.title', { name: 'Telefoon' }));
    await expect(removing).toContainText(t('profile.factor.last'));
    // As if it had been proved long ago who is there; the proof that follows is a real one.
    await page.route(
      '**/api/v1/me/passkeys/*',
      (route) => {
        const problem = { status: 403, code: 'session.prove-again', detail: t('session.prove-again') };
        return route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem });
      },
      { times: 1 },
    );
    expectRefusal(removePasskey, 'session.prove-again');
    await button(removing, t('profile.passkeys.remove')).click();
    const proof = dialog(page, t('prove-again.title'));
    await expect(button(proof, t('prove-again.use-password'))).toBeVisible();
    await button(proof, t('prove-again.passkey')).click();
    await expect(passkeys).toContainText(t('profile.passkeys.none'));
    await expect(section(page, t('profile.codes'))).toBeHidden();
  });
});

/** The session ends on this device, as when its cookie was thrown away. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}
