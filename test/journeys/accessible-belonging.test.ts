import { button, dialog, heading, link, tick } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

type Made = { id: string };

inEachLanguage((language) => {
  test('roles, groups, organisations and requests hold to WCAG 2.2 AA', async ({ enter, admin, t }) => {
    const word = capital(aWord());
    const make = async (path: string, input: object) => (await admin.api.post<Made>(path, input)).body.id;
    const person = await aPerson(admin.api, { language, roles: ['hr'] });
    const organisation = await make('/organisations', { name: `Gemeente ${word}` });
    const members = `/organisations/${organisation}/members`;
    await make(members, { user: person.id, role: 'organisation-administrator' });
    await make(members, { email: `nieuw@${word}.example`, role: 'member' });
    await make(`/organisations/${organisation}/requests`, { email: `vraag@${word}.example`, role: 'member' });
    const group = await make('/groups', { kind: 'group', name: `Groep ${word}` });
    await admin.api.post(`/groups/${group}/members`, { users: [person.id] });
    const role = await make('/roles', { name: `Rol ${word}`, permissions: ['users.view'] });
    const page = await enter(admin, '/roles');
    await walk(page, language, {
      roles: async () => {
        await expect(link(page, `Rol ${word}`)).toBeVisible();
      },
      'making a role in an organisation': async () => {
        await page.goto(`/roles/new?copy=${role}`);
        await page.getByRole('radio', { name: t('roles.scope.organisation') }).check();
        await expect(tick(page, t('permissions.users.view'))).toBeChecked();
      },
      'the table of roles': async () => {
        await page.goto('about:blank');
        await page.goto('/roles/table');
        await expect(link(page, `Rol ${word}`)).toBeVisible();
      },
      'a role': async () => {
        await page.goto(`/roles/${role}`);
        await expect(heading(page, `Rol ${word}`)).toBeVisible();
      },
      groups: async () => {
        await page.goto('/groups');
        await expect(link(page, `Groep ${word}`)).toBeVisible();
      },
      'a group': async () => {
        await page.goto(`/groups/${group}`);
        await expect(link(page, person.name)).toBeVisible();
      },
      'deleting a group': async () => {
        await button(page, t('groups.delete')).click();
        await expect(dialog(page, t('groups.delete.title', { name: `Groep ${word}` }))).toBeVisible();
      },
      organisations: async () => {
        await page.goto('/organisations');
        await expect(link(page, `Gemeente ${word}`)).toBeVisible();
      },
      'the members of an organisation': async () => {
        await page.goto(`/organisations/${organisation}`);
        await expect(link(page, person.name)).toBeVisible();
      },
      'adding a member': async () => {
        await button(page, t('members.add')).click();
        await expect(page.getByRole('radio', { name: t('roles.name.editor') })).toBeVisible();
      },
      'deleting an organisation': async () => {
        await page.goto(`/organisations/${organisation}?tab=settings`);
        await button(page, t('organisations.delete')).click();
        await expect(
          dialog(page, t('organisations.delete.title', { name: `Gemeente ${word}` })),
        ).toBeVisible();
      },
      requests: async () => {
        await page.goto('/requests');
        await expect(page.getByText(`vraag@${word}.example`.toLowerCase()).first()).toBeVisible();
      },
      'what somebody may do': async () => {
        await page.goto(`/users/${person.id}`);
        await button(page, t('roles.explain')).click();
        await expect(
          dialog(page, t('roles.explain.title', { name: person.name }))
            .getByRole('definition')
            .first(),
        ).toBeVisible();
      },
    });
  });
});
