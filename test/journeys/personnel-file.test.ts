import { join } from 'node:path';
import type { FileRun, PersonnelFile } from '../../contract/personnel-files.ts';
import { colleagues, drop, fileOf, makeLink } from '../personnel-links.ts';
import { button, dialog, field, heading, link, radio, tick } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, aWord, succeed } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('a personnel file is linked, tested, checked, run; it locks fields, and stops at the brake', async ({
    enter,
    admin,
    muster,
    t,
  }) => {
    const [first, ...others] = colleagues(12, language === 'en' ? 5000 : 6000);
    if (!first) throw new Error('There is nobody.');
    const name = `HR ${language}`;
    const path = join(muster.personnelFolder, `${language}.csv`);
    drop(path, fileOf([first, ...others]));
    const page = await enter(admin, '/imports');
    await link(page, t('personnel-files.link')).click();
    await link(page, t('personnel-files.new')).click();
    await field(page, t('personnel-files.name')).fill(name);
    await field(page, t('personnel-files.path')).fill('/etc/hostname');
    await button(page, t('personnel-files.test')).click();
    await expect(page.getByText(t('personnel-files.trouble.outside-folders'))).toBeVisible();
    await field(page, t('personnel-files.path')).fill(path);
    await walk(page, language, {
      'a new link': async () => {
        await button(page, t('personnel-files.test')).click();
        await expect(page.getByText(t('personnel-files.test.works', { rows: 12, columns: 5 }))).toBeVisible();
        await expect(page.getByLabel(t('imports.holds.of', { column: 'Functie' }))).toHaveValue('jobTitle');
      },
    });
    await tick(page, t('personnel-files.lock.of', { column: 'E-mail' })).uncheck();
    await field(page, t('personnel-files.when')).selectOption('none');
    await radio(page, t('personnel-files.alarm.chosen')).check();
    await field(page, t('personnel-files.alarm.search')).fill(admin.email);
    await tick(page, admin.name).check();
    await button(page, t('personnel-files.save')).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByText(admin.name, { exact: true }).first()).toBeVisible();

    await button(page, t('personnel-files.check')).click();
    await expect(page.getByText(t('personnel-files.run.check'))).toBeVisible();
    await link(page, name).click();
    await button(page, t('personnel-files.run')).click();
    await expect(page.getByText(t('imports.done'), { exact: true })).toBeVisible();
    await expect(page.getByText(t('personnel-files.state.done'), { exact: true })).toBeVisible();
    drop(path, fileOf([{ ...first, jobTitle: 'Teamleider' }, ...others]));
    await link(page, name).click();
    await button(page, t('personnel-files.run')).click();
    await walk(page, language, {
      'a run': async () => {
        await expect(page.getByText('Teamleider').first()).toBeVisible();
      },
    });

    await page
      .getByRole('link', { name: `${first.firstName} ${first.lastName}` })
      .first()
      .click();
    const title = page.locator('input[name=jobTitle]');
    await expect(title).toHaveAttribute('readonly', '');
    await walk(page, language, {
      'what a personnel file decides about somebody': async () => {
        await button(page, t('personnel-files.user.change')).click();
        await expect(tick(page, t('fields.name.jobTitle'))).toBeVisible();
      },
    });
    const window = dialog(page, t('personnel-files.user.title', { file: name }));
    await tick(window, t('fields.name.jobTitle')).uncheck();
    await button(window, t('kit.save')).click();
    await expect(title).not.toHaveAttribute('readonly', '');

    const { body: links } = await admin.api.get<{ items: PersonnelFile[] }>('/personnel-files');
    const file = links.items.find((one) => one.name === name);
    if (!file) throw new Error('The link is not there.');
    const options = { ...file.options, mode: 'complete' };
    await succeed(admin.api.patch(`/personnel-files/${file.id}`, { options }));
    drop(path, fileOf([first]));
    await page.goto(`/personnel-files/${file.id}`);
    await button(page, t('personnel-files.run')).click();
    await expect(field(page, t('personnel-files.brake.label'))).toBeVisible();
    const { body: runs } = await admin.api.get<{ items: FileRun[] }>(`/personnel-files/${file.id}/runs`);
    const leaving = runs.items[0]?.leaving?.count ?? 0;
    await expect(button(page, t('personnel-files.brake.go'))).toBeDisabled();
    await field(page, t('personnel-files.brake.label')).fill(String(leaving));
    await expect(button(page, t('personnel-files.brake.go'))).toBeEnabled();
    await walk(page, language, {
      'the overview with trouble': async () => {
        await page.goto('/');
        await expect(page.getByText(t('overview.personnel-files.about'))).toBeVisible();
      },
      'links in trouble': async () => {
        await page.getByText(t('overview.personnel-files.about')).click();
        await expect(link(page, name)).toBeVisible();
      },
      'a run that waits': async () => {
        await page.goto(`/personnel-file-runs/${runs.items[0]?.id}`);
        await expect(button(page, t('personnel-files.brake.discard'))).toBeVisible();
      },
    });
    await button(page, t('personnel-files.brake.discard')).click();
    await expect(page.getByText(t('personnel-files.state.discarded')).first()).toBeVisible();
    await succeed(admin.api.delete(`/personnel-files/${file.id}`));
  });

  test('the own language is not asked for where a personnel file decides about it', async ({
    enter,
    admin,
    muster,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const number = aWord();
    await succeed(admin.api.patch(`/users/${person.id}`, { personnelNumber: number }));
    const path = join(muster.personnelFolder, `${number}.csv`);
    drop(path, `Personeelsnummer;Taal\r\n${number};${language}\r\n`);
    const link = await makeLink(
      admin.api,
      { kind: 'folder', path },
      {
        name: number,
        columns: [
          { heading: 'Personeelsnummer', field: 'personnelNumber' },
          { heading: 'Taal', field: 'language' },
        ],
        owned: ['language'],
      },
    );
    const { body } = await admin.api.post<FileRun>(`/personnel-files/${link.id}/run`);
    const ended = async () => (await admin.api.get<FileRun>(`/personnel-file-runs/${body.id}`)).body.state;
    await expect.poll(ended).toBe('done');
    const page = await enter(person, '/profile');
    await expect(field(page, t('fields.name.language'))).toBeDisabled();
    const why = t('personnel-files.mine', { fields: t('fields.name.language') });
    await expect(page.getByText(why).first()).toBeVisible();
    const zone = field(page, t('fields.name.timeZone'));
    await zone.fill('Asia/Tokyo');
    await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
    const locale = page.getByRole('region', { name: t('profile.locale') });
    await button(locale, t('kit.save')).click();
    await expect(page.getByText(t('profile.locale.saved'))).toBeVisible();
    await succeed(admin.api.delete(`/personnel-files/${link.id}`));
  });
});
