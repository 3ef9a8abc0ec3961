import { inspectLink, signIn } from '../../contract/sign-in.ts';
import { button, field, heading } from './find.ts';
import { findMail } from './find-mail.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, succeed } from './people.ts';
import { expect, inEachLanguage, test, testAlone } from './stage.ts';

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

  test('the pages at the door hold to WCAG 2.2 AA', async ({ visit, enter, admin, expectRefusal, t }) => {
    const pending = await aPerson(admin.api, { language, pending: true });
    await succeed(admin.api.post(`/users/${pending.id}/welcome-mail`));
    const active = await aPerson(admin.api, { language });
    await succeed(admin.api.post('/password/forgotten', { email: active.email }));
    await succeed(admin.api.patch(`/users/${active.id}`, { email: `new.${active.email}` }));
    const links = [await findMail(admin, pending), await findMail(admin, active)];
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
      'forgotten password': async () => {
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
