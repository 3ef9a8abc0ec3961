import { inspectLink, signIn } from '../../contract/sign-in.ts';
import { codeOf, setUpApp } from '../authenticator-app.ts';
import { button, field, heading } from './find.ts';
import { findMail } from './find-mail.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, signIn as signInAs, succeed } from './people.ts';
import { expect, inEachLanguage, test, testAlone } from './stage.ts';
import { signInHere } from './steps.ts';

inEachLanguage((language) => {
  testAlone('the first run holds to WCAG 2.2 AA', async ({ visit, muster, t }) => {
    const page = await visit('/');
    await walk(page, language, {
      'without a token': async () => {
        await expect(heading(page, t('setup.link.title'))).toBeVisible();
      },
      'the form, with faults': async () => {
        await page.goto(`/setup#${muster.setupToken}`);
        await field(page, t('setup.password')).fill('Welkom');
        await button(page, t('setup.submit')).click();
        await expect(page.getByText(t('fields.required')).first()).toBeVisible();
      },
    });
  });

  test('the pages at the door hold to WCAG 2.2 AA', async ({
    visit,
    enter,
    admin,
    muster,
    expectRefusal,
    t,
  }) => {
    const pending = await aPerson(admin.api, { language, pending: true });
    await succeed(admin.api.post(`/users/${pending.id}/welcome-mail`));
    const active = await aPerson(admin.api, { language });
    await succeed(admin.api.patch(`/users/${active.id}`, { email: `new.${active.email}` }));
    const links = [await findMail(admin, pending), await findMail(admin, active)];
    const guarded = await aPerson(admin.api, { language });
    await setUpApp(await signInAs(muster.base, guarded));
    const required = await aPerson(admin.api, { language });
    await succeed(admin.api.put(`/users/${required.id}/two-factor`, { required: true }));
    const page = await visit('/');
    expectRefusal(signIn, 'session.wrong');
    expectRefusal(inspectLink, 'links.invalid');
    await walk(page, language, {
      'signing in, refused': async () => {
        await field(page, t('sign-in.identifier')).fill('nobody');
        await field(page, t('sign-in.password')).fill('nothing');
        await button(page, t('sign-in.submit')).click();
        await expect(page.getByRole('alert')).toBeVisible();
      },
      'the second step': async () => {
        await page.goto('/sign-in');
        await signInHere(page, t, guarded);
        await expect(field(page, t('prove.code'))).toBeVisible();
      },
      'a recovery code instead': async () => {
        await button(page, t('prove.recovery')).click();
        await expect(field(page, t('prove.recovery.code'))).toBeVisible();
      },
      'setting up a second factor': async () => {
        await page.context().clearCookies();
        await page.goto('/sign-in');
        await signInHere(page, t, required);
        await expect(page.getByRole('button', { name: t('set-up.passkey.choice') })).toBeVisible();
      },
      'setting up an app': async () => {
        await page.getByRole('button', { name: t('set-up.app.choice') }).click();
        await expect(page.getByRole('img', { name: t('set-up.app.qr') })).toBeVisible();
      },
      'recovery codes': async () => {
        const secret = (await page.locator('code').innerText()).replace(/\s/g, '');
        await field(page, t('set-up.app.code')).fill(codeOf(secret));
        await button(page, t('set-up.app.submit')).click();
        await expect(heading(page, t('codes.title'))).toBeVisible();
      },
      'forgotten password': async () => {
        await page.context().clearCookies();
        await page.goto('/forgotten');
        await expect(heading(page, t('forgotten.title'))).toBeVisible();
      },
      'forgotten password, sent': async () => {
        await field(page, t('fields.name.email')).fill('nobody@example.org');
        await button(page, t('forgotten.submit')).click();
        await expect(heading(page, t('forgotten.sent.title'))).toBeVisible();
      },
      activation: async () => {
        await page.goto(links[0]?.link ?? '');
        await field(page, t('links.password')).fill('Welkom01');
      },
      'a new address': async () => {
        await page.goto(links[1]?.link ?? '');
        await expect(page.getByRole('main').getByRole('button')).toBeVisible();
      },
      'a broken link': async () => {
        await page.goto('/reset#broken');
        await expect(heading(page, t('links.broken.title'))).toBeVisible();
      },
      'set up already': async () => {
        await page.goto('/setup');
        await expect(heading(page, t('setup.already.title'))).toBeVisible();
      },
    });
    const mustChange = await aPerson(admin.api, { language, mustChange: true });
    const other = await enter(mustChange, '/');
    await walk(other, language, {
      'an own password': async () => {
        await expect(heading(other, t('change-password.title'))).toBeVisible();
      },
    });
  });
});
