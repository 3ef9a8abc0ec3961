import { createToken } from '../../contract/tokens.ts';
import { button, dialog, field, heading, link, section, tick } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, readMailLink, signInHere } from './steps.ts';

inEachLanguage((language) => {
  test('an API token is made after proof, used by a program, and ended', async ({
    enter,
    admin,
    muster,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language, roles: ['finance'] });
    const page = await enter(person, '/profile');
    // As if the person had signed in long ago; the proof that follows is a real one.
    let asked = false;
    await page.route('**/api/v1/me/tokens', async (route) => {
      if (route.request().method() !== 'POST' || asked) return route.fallback();
      asked = true;
      const problem = { status: 403, code: 'session.prove-again', detail: t('session.prove-again') };
      return route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem });
    });
    expectRefusal(createToken, 'session.prove-again');
    await button(section(page, t('tokens.title')), t('tokens.create')).click();
    const form = dialog(page, t('tokens.create.title'));
    await field(form, t('tokens.name')).fill('Grootboek');
    await field(form, t('tokens.ends-on')).fill(dayAhead(30));
    await tick(form, t('permissions.billing.view')).check();
    await button(form, t('tokens.create')).click();
    const proof = dialog(page, t('prove-again.title'));
    await field(proof, t('prove-again.password')).fill(person.password);
    await button(proof, t('prove-again.submit')).click();
    const made = dialog(page, t('tokens.made.title', { name: 'Grootboek' }));
    const secret = (await made.locator('code').first().textContent()) ?? '';
    await button(made, t('tokens.made.close')).click();

    const call = async (path: string) =>
      (await fetch(`${muster.base}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } }))
        .status;
    expect([await call('/billing'), await call('/users')]).toEqual([200, 403]);

    await button(page, t('tokens.end.named', { name: 'Grootboek' })).click();
    await button(dialog(page, t('tokens.end.title', { name: 'Grootboek' })), t('tokens.end')).click();
    await expect(page.getByText(t('tokens.end.done', { name: 'Grootboek' }))).toBeVisible();
    expect(await call('/billing')).toBe(401);
  });

  test('an own e-mail address is changed by the link that was mailed to the new one', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const email = `nieuw.${person.email}`;
    const page = await enter(person, '/profile');
    await field(page, t('profile.email.new')).fill(email);
    await button(page, t('profile.email.submit')).click();
    await expect(page.getByText(t('profile.email.pending', { email }))).toBeVisible();

    const mail = await enter(admin, `/mail?user=${person.id}`);
    await link(mail, t('mails.email-confirm.subject', { organisation: 'Zonnig Huis' })).click();
    const confirm = await visit(await readMailLink(mail, t));
    await button(confirm, t('links.email.submit')).click();
    await expect(heading(confirm, t('sign-in.title'))).toBeVisible();
    await signInHere(confirm, t, { email, password: person.password });
    await expectOverview(confirm, t);
  });

  test('an administrator sees where somebody is signed in and ends it', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const theirs = await enter(person, '/');
    const page = await enter(admin, `/users/${person.id}`);
    await button(page, t('users.security.sessions.show')).click();
    const window = dialog(page, t('users.security.sessions.title', { name: person.name }));
    const end = window.getByRole('listitem').getByRole('button');
    await end.first().click();
    await expect(end).toHaveCount(0);
    await button(window, t('kit.close')).last().click();
    await theirs.reload();
    await expect(heading(theirs, t('sign-in.title'))).toBeVisible();
  });
});

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
