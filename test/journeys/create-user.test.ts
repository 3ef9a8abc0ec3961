import type { Page } from '@playwright/test';
import { checkPassword, policyOf } from '../../contract/passwords.ts';
import { activateAccount } from '../../contract/sign-in.ts';
import { createUser } from '../../contract/users.ts';
import { button, field, heading, link, section, tick } from './find.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test, type Words } from './stage.ts';
import { expectOverview, readMailLink } from './steps.ts';

const organisation = 'Zonnig Huis';
const good = 'Waterval-39-mos';

/** Why a password that everybody chooses is refused, in words. */
function whyRefused(t: Words, password: string): string {
  const policy = policyOf({ preset: 'classic', minimumLength: 8, digit: true, lower: true, upper: true });
  const [problem] = checkPassword(policy, password, { words: [] });
  if (!problem) throw new Error(`${password} is not refused.`);
  return t(`password.${problem.code}`, { ...problem });
}

async function chooseFirstPassword(page: Page, t: Words, person: { name: string; email: string }) {
  await expect(heading(page, t('links.activation.title', { name: person.name }))).toBeVisible();
  await field(page, t('links.password')).fill(good);
  await button(page, t('links.activation.submit')).click();
  await expect(page.getByText(t('sign-in.activated'))).toBeVisible();
  await expect(field(page, t('sign-in.identifier'))).toHaveValue(person.email);
  await field(page, t('sign-in.password')).fill(good);
  await button(page, t('sign-in.submit')).click();
  await expectOverview(page, t);
}

inEachLanguage((language) => {
  test('a new user gets a mail, chooses a password by its link, and is active', async ({
    enter,
    visit,
    admin,
    expectRefusal,
    t,
  }) => {
    const last = capital(aWord());
    const person = { name: `Lotte van der ${last}`, email: `${last.toLowerCase()}@zonnehof.example` };
    const page = await enter(admin, '/users');
    await link(page, t('users.list.create')).click();
    await field(page, t('fields.name.salutation')).fill('Dr.');
    await field(page, t('fields.name.firstName')).fill('Lotte');
    await field(page, t('fields.name.infix')).fill('van der');
    await field(page, t('fields.name.lastName')).fill(last);
    await field(page, t('fields.name.email')).fill(` ${person.email} `);
    await button(page, t('users.form.more.about')).click();
    await field(page, t('fields.name.personnelNumber')).fill(`P-${last}`);
    await field(page, t('fields.name.phone')).fill('030 123 45 67');
    await field(page, t('fields.name.mobile')).fill('06 12345678');
    await field(page, t('fields.name.jobTitle')).fill('Hovenier');
    await field(page, t('fields.name.language')).selectOption(language);
    await tick(page, t('roles.name.hr')).check();
    await tick(page, t('roles.name.planner')).check();
    await expect(tick(page, t('users.new.no-mail'))).not.toBeChecked();
    await button(page, t('users.new.submit')).click();

    const note = page.getByRole('status').filter({ hasText: last });
    await expect(note).toContainText(t('users.list.saved', { name: person.name }));
    await expect(note).toContainText(t('users.list.created.mail.no-server'));
    await link(note, t('users.list.created.mail.read')).click();
    const subject = t('mails.activation.subject', { organisation });
    await expect(heading(page, subject)).toBeVisible();
    const mail = page.frameLocator('iframe');
    await expect(mail.getByText(t('mails.greeting', { hasName: 'yes', name: 'Lotte' }))).toBeVisible();
    const address = await readMailLink(page, t);

    const theirs = await visit(address);
    await field(theirs, t('links.password')).fill('Welkom01');
    const demands = theirs.getByRole('list', { name: t('kit.password.demands') });
    await expect(demands.getByText(t('kit.password.digit'))).toContainText(t('kit.password.met'));
    await expect(demands.getByText(whyRefused(t, 'Welkom01'))).toBeVisible();
    expectRefusal(activateAccount, 'passwords.refused');
    await button(theirs, t('links.activation.submit')).click();
    await expect(theirs.getByRole('alert')).toContainText(t('passwords.refused'));
    await chooseFirstPassword(theirs, t, person);
    await expect(theirs.getByText(t('overview.hello', { name: 'Lotte' }))).toBeVisible();

    await page.goto(`/users?search=${last}`);
    await link(page, person.name).click();
    await expect(heading(page, person.name)).toBeVisible();
    await expect(page.getByText(t('states.active'), { exact: true })).toBeVisible();
    for (const [name, value] of [
      ['salutation', 'Dr.'],
      ['infix', 'van der'],
      ['email', person.email],
      ['personnelNumber', `P-${last}`],
      ['phone', '030 123 45 67'],
      ['mobile', '06 12345678'],
      ['jobTitle', 'Hovenier'],
    ] as const) {
      await expect(field(page, t(`fields.name.${name}`))).toHaveValue(value);
    }
    await expect(tick(page, t('roles.name.hr'))).toBeChecked();
    await expect(tick(page, t('roles.name.planner'))).toBeChecked();
    await expect(tick(page, t('roles.name.finance'))).not.toBeChecked();
  });

  test('a new user can be made without a message, and is asked in later', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const last = capital(aWord());
    const person = { name: `Bram ${last}`, email: `${last.toLowerCase()}@zonnehof.example` };
    const page = await enter(admin, '/users/new');
    await field(page, t('fields.name.firstName')).fill('Bram');
    await field(page, t('fields.name.lastName')).fill(last);
    await field(page, t('fields.name.email')).fill(person.email);
    await field(page, t('fields.name.language')).selectOption(language);
    await tick(page, t('users.new.no-mail')).check();
    await button(page, t('users.new.submit')).click();
    const note = page.getByRole('status').filter({ hasText: last });
    await expect(note).toContainText(t('users.list.created.mail.none'));
    await page.goto(`/mail?search=${person.email}`);
    await expect(page.getByText(t('mail.empty.filtered'))).toBeVisible();

    await page.goto(`/users?search=${last}`);
    await link(page, person.name).click();
    const security = section(page, t('users.security.title'));
    await expect(security.getByText(t('users.invitation.none'))).toBeVisible();
    await button(security, t('users.invitation.send')).click();
    await expect(security.getByText(t('users.invitation.waiting.no-server'))).toBeVisible();
    await link(security, t('users.invitation.open-mail')).click();
    const theirs = await visit(await readMailLink(page, t));
    await chooseFirstPassword(theirs, t, person);
  });

  test('what cannot be is refused at its field, and nothing typed is lost', async ({
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const there = await aPerson(admin.api, { language });
    const page = await enter(admin, '/users/new');
    await button(page, t('users.new.submit')).click();
    await expect(page.getByText(t('fields.required'))).toHaveCount(3);
    await expect(field(page, t('fields.name.firstName'))).toBeFocused();
    await field(page, t('fields.name.firstName')).fill('Bram');
    await field(page, t('fields.name.lastName')).fill(capital(aWord()));
    await field(page, t('fields.name.email')).fill(there.email.toUpperCase());
    await expect(page.getByText(t('users.form.email.taken', { name: there.name }))).toBeVisible();
    await expect(link(page, t('users.form.email.open', { name: there.name }))).toBeVisible();
    await field(page, t('fields.name.email')).fill('info@zonnehof.example');
    await expect(page.getByText(t('users.form.email.shared'))).toBeVisible();
    await field(page, t('fields.name.phone')).fill('12');
    expectRefusal(createUser, 'request.invalid');
    await button(page, t('users.new.submit')).click();
    await expect(page.getByText(t('fields.phone'))).toBeVisible();
    await expect(field(page, t('fields.name.firstName'))).toHaveValue('Bram');
  });
});
