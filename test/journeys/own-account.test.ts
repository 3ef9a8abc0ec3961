import { getOwnProfile } from '../../contract/profile.ts';
import { changeOwnPassword, inspectLink, signIn } from '../../contract/sign-in.ts';
import { translate } from '../../contract/texts.ts';
import { button, field, heading, link, section } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, readMailLink, signInHere } from './steps.ts';

const another = 'Waterval-39-mos';

inEachLanguage((language) => {
  test('a forgotten password is replaced by the link in a mail, which signs out everywhere', async ({
    visit,
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const elsewhere = await enter(person, '/');
    const page = await visit('/');
    await link(page, t('sign-in.forgot')).click();
    await field(page, t('fields.name.email')).fill(person.email);
    await button(page, t('forgotten.submit')).click();
    await expect(page.getByText(t('forgotten.sent.text', { email: person.email }))).toBeVisible();

    const mail = await enter(admin, `/mail?user=${person.id}`);
    const subject = t('mails.reset.subject', { organisation: 'Zonnig Huis' });
    await link(mail, subject).click();
    const address = await readMailLink(mail, t);

    await page.goto(address);
    await expect(heading(page, t('links.reset.title'))).toBeVisible();
    await field(page, t('links.password')).fill(another);
    await button(page, t('links.reset.submit')).click();
    await expect(page.getByText(t('sign-in.reset'))).toBeVisible();

    expectRefusal(getOwnProfile, 'session.required');
    await elsewhere.getByRole('button', { name: t('shell.person', { name: person.name }) }).click();
    await elsewhere.getByRole('menuitem', { name: t('shell.profile') }).click();
    await expect(heading(elsewhere, t('sign-in.title'))).toBeVisible();

    expectRefusal(signIn, 'session.wrong');
    await signInHere(page, t, person);
    await expect(page.getByText(t('session.wrong'))).toBeVisible();
    await signInHere(page, t, { ...person, password: another });
    await expectOverview(page, t);

    expectRefusal(inspectLink, 'links.used');
    const spent = await visit(address);
    await expect(heading(spent, t('links.used.title'))).toBeVisible();
  });

  test('somebody changes language and password, sees their sessions, and signs out', async ({
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const other = await enter(person, '/');
    const page = await enter(person, '/profile');
    const password = section(page, t('profile.password'));
    await field(password, t('profile.password.current')).fill('Not-it-at-all-1');
    await field(password, t('profile.password.new')).fill('Utrecht2026!');
    await expect(password.getByRole('status')).toContainText(t('kit.strength.refused'));
    await field(password, t('profile.password.new')).fill(another);
    await expect(password.getByRole('status')).toContainText(t('kit.strength.strong'));
    expectRefusal(changeOwnPassword, 'session.wrong-password');
    await button(password, t('profile.password.submit')).click();
    await expect(password.getByText(t('session.wrong-password'))).toHaveCount(1);

    const sessions = section(page, t('profile.sessions'));
    await expect(sessions.getByRole('listitem')).toHaveCount(2);
    await expect(sessions.getByText(t('profile.sessions.this'))).toHaveCount(1);
    await button(sessions, t('profile.sessions.end-others')).click();
    await expect(page.getByText(t('profile.sessions.ended-others', { count: 1 }))).toBeVisible();
    await expect(sessions.getByRole('listitem')).toHaveCount(1);
    await other.reload();
    await expect(heading(other, t('sign-in.title'))).toBeVisible();

    await field(password, t('profile.password.current')).fill(person.password);
    await button(password, t('profile.password.submit')).click();
    await expect(page.getByText(t('profile.password.done'))).toBeVisible();

    const me = page.getByRole('button', { name: person.name });
    await me.click();
    const [mine, theirs] = language === 'en' ? (['en', 'nl'] as const) : (['nl', 'en'] as const);
    await page.getByRole('menuitem', { name: translate(theirs, `languages.${theirs}`) }).click();
    await expect(heading(page, translate(theirs, 'profile.title'))).toBeVisible();
    await page.reload();
    await expect(heading(page, translate(theirs, 'profile.title'))).toBeVisible();
    await field(page, translate(theirs, 'fields.name.language')).selectOption(mine);
    await button(section(page, translate(theirs, 'profile.locale')), translate(theirs, 'kit.save')).click();
    await expect(heading(page, t('profile.title'))).toBeVisible();

    await me.click();
    await page.getByRole('menuitem', { name: t('shell.sign-out') }).click();
    await expect(heading(page, t('sign-in.title'))).toBeVisible();
    await page.goBack();
    await expect(heading(page, t('sign-in.title'))).toBeVisible();
  });

  test('somebody signs out everywhere, here too', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const other = await enter(person, '/');
    const page = await enter(person, '/profile');
    await button(section(page, t('profile.sessions')), t('profile.sessions.end-all')).click();
    await expect(heading(page, t('sign-in.title'))).toBeVisible();
    await other.reload();
    await expect(heading(other, t('sign-in.title'))).toBeVisible();
  });
});
