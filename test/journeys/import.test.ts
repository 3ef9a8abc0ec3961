import { correctedFile, personnelFile } from '../personnel-file.ts';
import { button, dialog, heading } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { expect, inEachLanguage, test } from './stage.ts';

inEachLanguage((language) => {
  test('a personnel file is uploaded, checked, run, reported and undone', async ({ enter, admin, t }) => {
    const page = await enter(admin, '/imports');
    const file = (buffer: Buffer, name: string) => ({ name, mimeType: 'text/csv', buffer });
    await page.locator('input[type=file]').setInputFiles(file(personnelFile, 'personeel.csv'));
    await expect(heading(page, 'personeel.csv')).toBeVisible();
    await expect(button(page, t('imports.run'))).toBeVisible();

    await page.getByText(`${t('imports.outcome.refused')} (12)`).click();
    await expect(page.getByText(t('imports.remedy.no-such-day')).first()).toBeVisible();
    await expect(page).toHaveURL(/outcome=refused/);
    const chosen = page.getByLabel(t('imports.holds.of', { column: 'Afdeling' }));
    await expect(chosen).toHaveValue('teams');
    await chosen.selectOption('');
    await button(page, t('imports.check-again')).click();
    await expect(button(page, t('imports.run'))).toBeVisible();
    await walk(page, language, {
      'a checked import': async () => {
        await expect(button(page, t('imports.run'))).toBeVisible();
      },
    });

    await button(page, t('imports.run')).click();
    const asked = dialog(page, t('imports.run.title', { file: 'personeel.csv' }));
    await expect(asked.getByText(t('imports.run.mails', { count: 0 }))).toBeVisible();
    await button(asked, t('imports.run')).click();
    await expect(page.getByText(t('imports.done'), { exact: true })).toBeVisible();

    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles(file(correctedFile, 'verbeterd.csv'));
    await expect(button(page, t('imports.run'))).toBeVisible();
    await page.goto('/imports');
    await page.getByRole('link', { name: 'personeel.csv' }).first().click();
    await button(page, t('imports.undo')).click();
    const undoing = dialog(page, t('imports.undo.title', { file: 'personeel.csv' }));
    await button(undoing, t('imports.undo')).click();
    await expect(page.getByText(t('imports.undone', { undone: 4, kept: 0 }).trim())).toBeVisible();
  });
});
