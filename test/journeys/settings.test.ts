import { signIn } from '../../contract/sign-in.ts';
import { button, field, link } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, testAlone as test } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

inEachLanguage((language) => {
  test('name, colour and lock-out that are saved count at once', async ({
    enter,
    visit,
    founder,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(founder.api, { language });
    const page = await enter(founder, '/settings');
    await field(page, t('fields.name.organisationName')).fill('De Vuurtoren');
    await field(page, t('fields.name.colour')).fill('#7c3aed');
    await field(page, t('fields.name.supportEmail')).fill('hulp@vuurtoren.example');
    await field(page, t('fields.name.lockAfter')).fill('50');
    await button(page, t('kit.save')).click();
    await expect(page.getByText(t('fields.too-big', { maximum: 20 }))).toBeVisible();
    await field(page, t('fields.name.lockAfter')).fill('5');
    await button(page, t('kit.save')).click();
    await expect(page.getByText(t('settings.saved'))).toBeVisible();
    await expect(page).toHaveTitle(`${t('settings.title')} · De Vuurtoren`);
    await link(page, t('shell.users')).click();
    await expect(link(page, t('users.list.create'))).toHaveCSS('background-color', 'rgb(124, 58, 237)');

    const theirs = await visit('/');
    await expect(theirs.getByText('De Vuurtoren')).toBeVisible();
    expectRefusal(signIn, 'session.wrong');
    for (const wrong of ['Mis-1-a', 'Mis-2-b', 'Mis-3-c', 'Mis-4-d']) {
      await signInHere(theirs, t, { ...person, password: wrong });
      await expect(theirs.getByRole('alert')).toContainText(t('session.wrong'));
      await expect(button(theirs, t('sign-in.submit'))).toBeEnabled();
    }
    await signInHere(theirs, t, person);
    await expectOverview(theirs, t);

    const other = await visit('/sign-in');
    for (const wrong of ['Mis-1-a', 'Mis-2-b', 'Mis-3-c', 'Mis-4-d', 'Mis-5-e']) {
      await signInHere(other, t, { ...person, password: wrong });
      await expect(other.getByRole('alert')).toContainText(t('session.wrong'));
      await expect(button(other, t('sign-in.submit'))).toBeEnabled();
    }
    expectRefusal(signIn, 'session.locked');
    await signInHere(other, t, person);
    await expect(other.getByRole('alert')).toContainText(
      t('session.locked', { support: 'hulp@vuurtoren.example' }),
    );
  });
});
