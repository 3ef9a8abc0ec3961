import { changeOwnPassword, signIn } from '../../contract/sign-in.ts';
import { button, dialog, field, heading, link, row, section, tick } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

inEachLanguage((language) => {
  test('three wrong passwords lock; an administrator unlocks and hands over a new password', async ({
    enter,
    visit,
    admin,
    founder,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const theirs = await visit('/');
    expectRefusal(signIn, 'session.wrong');
    for (const wrong of ['Mis-1-a', 'Mis-2-b', 'Mis-3-c']) {
      await signInHere(theirs, t, { ...person, password: wrong });
      await expect(theirs.getByRole('alert')).toContainText(t('session.wrong'));
      await expect(button(theirs, t('sign-in.submit'))).toBeEnabled();
      // One types again at once, over the wrong one.
      await expect(field(theirs, t('sign-in.password'))).toBeFocused();
    }
    // Whoever sets an installation up is whom people ask.
    const support = founder.email;
    expectRefusal(signIn, 'session.locked');
    await signInHere(theirs, t, person);
    await expect(theirs.getByRole('alert')).toContainText(t('session.locked', { support }));

    const page = await enter(admin, `/users?search=${encodeURIComponent(person.email)}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await expect(row(page, person.name).getByRole('img', { name: t('states.locked') })).toBeVisible();
    await link(page, person.name).click();
    const security = section(page, t('users.security.title'));
    await button(security, t('users.security.unlock')).click();
    const advice = security.getByRole('status');
    await expect(advice).toContainText(t('users.security.unlocked.about'));
    await button(advice, t('users.security.set-password')).click();

    const window = dialog(page, t('users.password.title', { name: person.name }));
    await expect(window).toContainText(t('users.password.not-told', { name: person.name }));
    await expect(tick(window, t('users.password.must-change'))).toBeChecked();
    await button(window, t('kit.password.generate')).click();
    const generated = await field(window, t('users.password.field')).inputValue();
    await button(window, t('kit.save')).click();
    const done = dialog(page, t('users.password.done.title', { name: person.name }));
    await expect(done).toContainText(generated);
    await button(done, t('users.password.copy')).click();
    await expect(done.getByText(t('kit.copied'))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(generated);
    await button(done, t('users.password.done.close')).click();
    await expect(page.getByRole('img', { name: t('states.locked') })).toBeHidden();
    await expect(security).toContainText(t('users.security.password.must-change'));

    await signInHere(theirs, t, { ...person, password: generated });
    await expect(heading(theirs, t('change-password.title'))).toBeVisible();
    await theirs.goto('/profile');
    await expect(heading(theirs, t('change-password.title'))).toBeVisible();
    await field(theirs, t('change-password.new')).fill('Zomer2026');
    expectRefusal(changeOwnPassword, 'passwords.refused');
    await button(theirs, t('change-password.submit')).click();
    await expect(theirs.getByRole('alert')).toContainText(t('passwords.refused'));
    await field(theirs, t('change-password.new')).fill('Waterval-39-mos');
    await button(theirs, t('change-password.submit')).click();
    await expectOverview(theirs, t);
  });
});
