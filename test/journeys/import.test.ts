import type { Page } from '@playwright/test';
import { checkImport } from '../../contract/imports.ts';
import { correctedFile, personnelFile } from '../personnel-file.ts';
import { button, dialog, field, heading, link, radio, tick } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { expect, inEachLanguage, testAlone as test, type Words } from './stage.ts';
import { isCall } from './watch-browsers.ts';

/** What the check before found stands on the page until the new one has begun: it is opened anew. */
async function checkAgain(page: Page, t: Words): Promise<void> {
  const begun = page.waitForResponse((response) => isCall(response, checkImport));
  await button(page, t('imports.check-again')).click();
  await begun;
  await page.reload();
}

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
    const downloading = page.waitForEvent('download');
    await link(page, t('imports.refused.download')).click();
    expect((await downloading).suggestedFilename()).toBe('personeel-refused.csv');
    const chosen = page.getByLabel(t('imports.holds.of', { column: 'Functie' }));
    await expect(chosen).toHaveValue('jobTitle');
    await chosen.selectOption('');
    await checkAgain(page, t);
    await expect(button(page, t('imports.run'))).toBeVisible();
    await walk(page, language, {
      'a checked import': async () => {
        await expect(button(page, t('imports.run'))).toBeVisible();
      },
    });

    await button(page, t('imports.run')).click();
    const asked = dialog(page, t('imports.run.title', { file: 'personeel.csv' }));
    await expect(asked.getByText(t('imports.run.mails', { count: 0 }))).toBeVisible();
    await expect(button(asked, t('imports.run'))).toBeDisabled();
    await tick(asked, t('imports.run.make', { count: 3 })).check();
    await button(asked, t('imports.run')).click();
    await expect(page.getByText(t('imports.done'), { exact: true })).toBeVisible();

    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles(file(personnelFile, 'nog-eens.csv'));
    await expect(page.getByText(t('imports.nothing'))).toBeVisible();

    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles(file(correctedFile, 'verbeterd.csv'));
    await expect(page.getByText(`${t('imports.outcome.create')} (2)`)).toBeVisible();
    await radio(page, t('imports.mode.complete')).check();
    await checkAgain(page, t);
    await expect(page.getByText(`${t('imports.outcome.leave')} (3)`)).toBeVisible();
    await button(page, t('imports.run')).click();
    const braked = dialog(page, t('imports.run.title', { file: 'verbeterd.csv' }));
    await field(braked, t('imports.run.brake.label')).fill('2');
    await expect(button(braked, t('imports.run'))).toBeDisabled();
    await field(braked, t('imports.run.brake.label')).fill('3');
    await expect(button(braked, t('imports.run'))).toBeEnabled();
    await page.goto('/imports');
    await page.getByRole('link', { name: 'personeel.csv' }).first().click();
    await button(page, t('imports.undo')).click();
    const undoing = dialog(page, t('imports.undo.title', { file: 'personeel.csv' }));
    await button(undoing, t('imports.undo')).click();
    await expect(page.getByText(t('imports.undone', { undone: 4, kept: 0 }).trim())).toBeVisible();
  });
});
