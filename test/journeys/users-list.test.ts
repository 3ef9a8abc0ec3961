import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { button, dialog, link, row, tick } from './find.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('a list of names and addresses finds everybody, and says who was not found', async ({
    enter,
    admin,
    t,
  }) => {
    const [one, two] = [capital(aWord()), capital(aWord())];
    const anna = await aPerson(admin.api, { firstName: 'Anna', lastName: one, language });
    const bob = await aPerson(admin.api, { firstName: 'Bób', infix: 'de', lastName: two, language });
    const page = await enter(admin, '/users');
    const search = page.getByRole('searchbox', { name: t('users.list.search') });
    await search.fill(`${one.toLowerCase()}, bob ${two.toUpperCase()}, niemand@x.nl`);
    await expect(page.getByText(t('users.list.found', { count: 2, exact: true }))).toBeVisible();
    await expect(link(page, anna.name)).toBeVisible();
    await expect(link(page, bob.name)).toBeVisible();
    await expect(page.getByText(t('users.list.not-found'))).toBeVisible();
    await expect(link(page, t('users.list.not-found.create.named', { term: 'niemand@x.nl' }))).toBeVisible();
    await expect(page).toHaveURL(/search=.*niemand/);

    const same = await enter(admin, page.url());
    await expect(same.getByText(t('users.list.found', { count: 2, exact: true }))).toBeVisible();
    await expect(same.getByRole('searchbox', { name: t('users.list.search') })).toHaveValue(/niemand/);

    await button(page, t('users.list.not-found.remove', { term: 'niemand@x.nl' })).click();
    await expect(page.getByText(t('users.list.not-found'))).toBeHidden();
    await button(page, t('users.list.search.clear')).click();
    await search.focus();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const pasted = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(pasted);
    }, `${anna.email}\r\n${bob.email}\r\n`);
    await expect(page.getByText(t('users.list.found', { count: 2, exact: true }))).toBeVisible();
  });

  test('roles filter from the head of their column; any of several is enough', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const made = (firstName: string, roles: string[]) =>
      aPerson(admin.api, {
        firstName,
        lastName: word,
        email: `${firstName}@${word}.example`,
        roles,
        language,
      });
    const planner = await made('Pia', ['planner']);
    const finance = await made('Fien', ['finance', 'hr']);
    const none = await made('Nel', []);
    const page = await enter(admin, `/users?search=${word}`);
    await expect(link(page, none.name)).toBeVisible();
    await page
      .getByRole('columnheader')
      .getByRole('button', { name: t('fields.name.roles') })
      .click();
    const roles = dialog(page, t('users.filters.roles.title'));
    await roles.getByRole('searchbox').fill(t('roles.name.finance').slice(0, 4));
    await tick(roles, t('roles.name.finance')).check();
    await roles.getByRole('searchbox').clear();
    await tick(roles, t('roles.name.planner')).check();
    await button(roles, t('users.filters.roles.apply')).click();
    await expect(page.getByText(t('users.list.found', { count: 2, exact: true }))).toBeVisible();
    await expect(link(page, planner.name)).toBeVisible();
    await expect(link(page, finance.name)).toBeVisible();
    await expect(link(page, none.name)).toBeHidden();
    await expect(page).toHaveURL(/role=finance/);

    await page.goBack();
    await expect(link(page, none.name)).toBeVisible();
    await page.goForward();
    await expect(link(page, none.name)).toBeHidden();
    await button(page, t('users.filters.clear')).click();
    await expect(page).not.toHaveURL(/role=/);
  });

  test('it sorts by clicking, shows the chosen columns, and remembers all of it in the address', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const [first, second] = ['aa', 'zz'].map((letters) => `${letters}.${word}@zonnehof.example`);
    await aPerson(admin.api, { firstName: 'Zus', lastName: `${word}a`, email: second, language });
    await aPerson(admin.api, { firstName: 'An', infix: 'van', lastName: `${word}b`, email: first, language });
    const page = await enter(admin, `/users?search=${word}`);
    const names = page.getByRole('row').getByRole('link', { name: word });
    await expect(names).toHaveText([`Zus ${word}a`, `An van ${word}b`]);
    const email = page.getByRole('columnheader', { name: t('fields.name.email') });
    await button(email, t('fields.name.email')).click();
    await expect(names).toHaveText([`An van ${word}b`, `Zus ${word}a`]);
    await expect(email).toHaveAttribute('aria-sort', 'ascending');
    await button(email, t('fields.name.email')).click();
    await expect(names).toHaveText([`Zus ${word}a`, `An van ${word}b`]);
    await expect(email).toHaveAttribute('aria-sort', 'descending');

    await button(page, t('kit.table.columns')).click();
    const columns = dialog(page, t('kit.table.columns'));
    await tick(columns, t('fields.name.username')).check();
    await tick(columns, t('users.list.two-factor')).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(page.getByRole('columnheader', { name: t('fields.name.username') })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: t('users.list.two-factor') })).toBeHidden();
    await expect(names).toHaveText([`Zus ${word}a`, `An van ${word}b`]);
  });

  test('people who start later stand under the other tab', async ({ enter, admin, t }) => {
    const word = capital(aWord());
    const now = await aPerson(admin.api, { lastName: word, language });
    const later = await aPerson(admin.api, {
      lastName: word,
      email: `later.${word}@zonnehof.example`,
      startsOn: '2090-01-01',
      language,
    });
    const page = await enter(admin, `/users?search=${word}`);
    await expect(link(page, now.name)).toBeVisible();
    await expect(link(page, later.name)).toBeHidden();
    await button(page, t('users.list.elsewhere.unbilled', { count: 1, exact: true })).click();
    await expect(link(page, later.name)).toBeVisible();
    await expect(row(page, later.name)).toContainText(t('states.starting'));
    await expect(page).toHaveURL(/billed=false/);
    await page.getByRole('tab', { name: new RegExp(`^${t('users.list.billed')}`) }).click();
    await expect(link(page, now.name)).toBeVisible();
  });

  test('the list is exported as CSV, whole or as it is filtered', async ({ enter, admin, t }) => {
    const word = capital(aWord());
    await aPerson(admin.api, { firstName: 'An', infix: 'van', lastName: word, language });
    await aPerson(admin.api, { firstName: '=1+1', lastName: word, email: `b@${word}.example`, language });
    const page = await enter(admin, `/users?search=${word}`);
    await expect(page.getByText(t('users.list.found', { count: 2, exact: true }))).toBeVisible();
    const read = async (): Promise<string[][]> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        link(page, t('users.list.export')).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      return parse(await readFile(await download.path()));
    };
    const [head, ...lines] = await read();
    expect(head).toEqual(['Last name', 'First name', 'E-mail']);
    expect(lines.sort()).toEqual(
      [
        [word, "'=1+1", `b@${word.toLowerCase()}.example`],
        [`van ${word}`, 'An', `${word.toLowerCase()}@example.org`],
      ].sort(),
    );
    await button(page, t('users.list.search.clear')).click();
    await expect(page.getByText(t('users.list.found', { count: 2, exact: true }))).toBeHidden();
    const whole = await read();
    expect(whole.length).toBeGreaterThan(3);
    expect(whole.map(([last]) => last)).toContain(`van ${word}`);
  });
});
