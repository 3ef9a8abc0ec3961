import { button, dialog, field, heading, link, row, section } from './find.ts';
import { aPerson, succeed } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('the audit log says who did what to whom, old and new, and proves itself', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    await succeed(admin.api.patch(`/users/${person.id}`, { jobTitle: 'Tuinman' }));
    await succeed(admin.api.patch(`/users/${person.id}`, { jobTitle: 'Hovenier', language: 'nl' }));
    await succeed(admin.api.put(`/users/${person.id}/roles`, { roles: ['finance'] }));

    const page = await enter(admin, '/audit');
    await page.getByRole('searchbox', { name: t('audit.search') }).fill(person.email);
    const changed = row(page, t('actions.users.changed')).filter({ hasText: 'Tuinman' }).first();
    await expect(changed).toContainText(admin.name);
    await expect(changed).toContainText(person.name);
    await expect(changed).toContainText(
      `${t('fields.name.jobTitle')} Tuinman ${t('audit.became')}→ Hovenier`,
    );
    const roles = row(page, t('actions.users.roles-changed')).filter({ hasText: admin.name });
    await expect(roles).toContainText(t('roles.name.finance'));
    const created = row(page, t('actions.users.created')).filter({ hasText: person.name });
    await expect(created).toContainText(admin.name);
    await expect(page).toHaveURL(/search=/);

    await field(page, t('audit.action')).click();
    await page.getByRole('option', { name: t('actions.users.created'), exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(changed).toBeHidden();
    await expect(created).toContainText(admin.name);

    await button(page, t('audit.verify')).click();
    const proof = dialog(page, t('audit.verify.title'));
    await expect(proof.getByText(t('audit.verify.sound'), { exact: true })).toBeVisible();
    await button(proof, t('kit.close')).click();

    await link(created, person.name).click();
    await expect(heading(page, person.name)).toBeVisible();
    const history = section(page, t('users.history.title'));
    const deeds = history.getByRole('listitem').filter({ hasText: t('actions.users.changed') });
    await expect(deeds.first()).toContainText('Hovenier');
    await expect(deeds.first()).toContainText(t('users.history.by', { name: admin.name }));
  });
});
