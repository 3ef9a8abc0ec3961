import { readFile } from 'node:fs/promises';
import { button, dialog, field, heading, link, section } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, aWord, capital, type Person, succeed } from './people.ts';
import { type Caller, expect, inEachLanguage, test } from './stage.ts';

/** A team of its own, with this person in it. */
async function aTeam({ api }: Caller, person: Person): Promise<string> {
  const name = capital(aWord());
  const { body } = await api.post<{ id: string }>('/groups', { kind: 'team', name });
  await succeed(api.post(`/groups/${body.id}/members`, { users: [person.id] }));
  return name;
}

/** A picture of 64 by 48 dots. */
const picture = {
  name: 'ik.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAMAAACWlYwtAAAAA1BMVEUlY6gPIapvAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAGklEQVRIie3BgQAAAADDoPlTX+AIVQEAAHQNDDAAAWReGocAAAAASUVORK5CYII=',
    'base64',
  ),
};

inEachLanguage((language) => {
  test('somebody finds a colleague by team and takes the contact card along', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const team = await aTeam(admin, person);
    await succeed(admin.api.patch(`/users/${person.id}`, { mobile: '06 12345678' }));
    const employee = await aPerson(admin.api, { language, roles: ['employee'] });
    const page = await enter(employee, '/people');
    await field(page, t('people.team')).click();
    await page.getByRole('option', { name: team }).click();
    await expect(page.getByRole('listitem').getByRole('heading')).toHaveText([person.name]);
    await expect(page).toHaveURL(/\?team=/);
    await link(page, person.name).click();
    await expect(page).toHaveURL(`/people/${person.id}`);
    await expect(link(page, '06 12345678')).toHaveAttribute('href', 'tel:0612345678');
    const downloading = page.waitForEvent('download');
    await link(page, t('people.card.download')).click();
    const card = await readFile(await (await downloading).path(), 'utf8');
    expect(card).toContain(`\r\nFN:${person.name}\r\n`);
    await link(page, t('people.title')).first().click();
    await expect(heading(page, t('people.title'))).toBeVisible();
  });

  test('one sets a photo of oneself, sees it at the top, and takes it away', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    const page = await enter(person, '/profile');
    const photo = section(page, t('photos.title'));
    const file = photo.locator('input[type="file"]');
    const corner = button(page, t('shell.person', { name: person.name })).locator('img');
    await file.setInputFiles({ name: 'ik.png', mimeType: 'image/png', buffer: Buffer.from('Geen foto.') });
    await expect(photo.getByRole('alert')).toHaveText(t('photos.not-a-picture'));
    await file.setInputFiles(picture);
    await expect(photo.getByRole('img', { name: t('photos.preview') })).toBeVisible();
    await button(photo, t('photos.save')).click();
    await expect(corner).toBeVisible();
    await button(photo, t('photos.remove')).click();
    await button(dialog(page, t('photos.remove.title')), t('photos.remove')).click();
    await expect(button(photo, t('photos.choose'))).toBeVisible();
    await expect(corner).toHaveCount(0);
  });

  test('who is made in People stands in the other lists at once, and what changes there shows here', async ({
    enter,
    admin,
    t,
  }) => {
    const [firstName, lastName] = [capital(aWord()), capital(aWord())];
    const email = `${lastName}@example.org`.toLowerCase();
    const users = await enter(admin, `/users?search=${email}`);
    const employees = await enter(admin, `/employees?search=${email}`);
    const people = await enter(admin, '/people');
    await expect(heading(employees, t('employees.empty'))).toBeVisible();
    await link(people, t('users.list.create')).click();
    await field(people, t('fields.name.firstName')).fill(firstName);
    await field(people, t('fields.name.lastName')).fill(lastName);
    await field(people, t('fields.name.email')).fill(email);
    await button(people, t('users.new.submit')).click();
    await expect(people).toHaveURL('/people');
    await expect(link(people.getByRole('status'), `${firstName} ${lastName}`)).toBeVisible();
    for (const list of [users, employees]) {
      await expect(link(list, `${firstName} ${lastName}`)).toHaveCount(1);
    }
    await people.goto(`/people?search=${email}`);
    await link(users, `${firstName} ${lastName}`).click();
    await field(users, t('fields.name.lastName')).fill(`${lastName}stra`);
    await button(users, t('kit.save')).click();
    for (const list of [employees, people]) {
      await expect(link(list, `${firstName} ${lastName}stra`)).toHaveCount(1);
    }
  });

  test('the directory, a contact card and a photo hold to WCAG 2.2 AA', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language });
    await aTeam(admin, person);
    const page = await enter(admin, `/people?search=${person.email}`);
    await walk(page, language, {
      people: async () => {
        await expect(link(page, person.name)).toBeVisible();
      },
      'choosing a team': async () => {
        await field(page, t('people.team')).click();
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      nobody: async () => {
        await page.goto(`/people?search=${aWord()}${aWord()}`);
        await expect(heading(page, t('people.empty'))).toBeVisible();
      },
      'a contact card': async () => {
        await page.goto(`/people/${person.id}`);
        await expect(heading(page, t('people.card.contact'))).toBeVisible();
      },
      'a photo that was chosen': async () => {
        await page.goto('/profile');
        await section(page, t('photos.title')).locator('input[type="file"]').setInputFiles(picture);
        await expect(button(page, t('photos.save'))).toBeVisible();
      },
    });
  });
});
