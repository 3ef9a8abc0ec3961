import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Import } from '../../contract/imports.ts';
import { csvLine } from '../../server/lib/csv.ts';
import { bigPersonnelFile } from '../big-personnel-file.ts';
import { button, dialog, field, heading, link, radio, tick } from './find.ts';
import { expect, inEachLanguage, testAlone as test } from './stage.ts';

const big = bigPersonnelFile();
const patience = { timeout: 60_000 };

inEachLanguage(() => {
  test('a personnel file of 1,200 rows goes in: checked, corrected, run, nothing twice, stopped at the brake, and undone', async ({
    enter,
    admin,
    t,
  }) => {
    test.setTimeout(240_000);
    const page = await enter(admin, '/imports');
    const upload = async (buffer: Buffer, name: string) => {
      await page.goto('/imports');
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
      await expect(heading(page, name)).toBeVisible(patience);
    };
    const told = (outcome: 'create' | 'refused' | 'unchanged', count: number) =>
      expect(page.getByText(`${t(`imports.outcome.${outcome}`)} (${count})`)).toBeVisible(patience);
    const read = async () => {
      const { body } = await admin.api.get<Import>(`/imports/${page.url().split('/').at(-1)?.split('?')[0]}`);
      return body;
    };
    const runHere = async (name: string, made: number) => {
      await button(page, t('imports.run')).click();
      const asked = dialog(page, t('imports.run.title', { file: name }));
      await expect(asked.getByText(t('imports.run.mails', { count: 0 }))).toBeVisible();
      if (made > 0) await tick(asked, t('imports.run.make', { count: made })).check();
      await button(asked, t('imports.run')).click();
      await expect(page.getByText(t('imports.done'), { exact: true })).toBeVisible(patience);
    };

    await upload(big.file, 'personeel.csv');
    await told('create', big.sound);
    await told('refused', big.refused.size);
    await expect(page.getByLabel(t('imports.holds.of', { column: 'Afdeling' }))).toHaveValue('teams');
    const downloading = page.waitForEvent('download');
    await link(page, t('imports.refused.download')).click();
    const refused = parse(readFileSync(await (await downloading).path()), { bom: true });
    await runHere('personeel.csv', 5);

    // As a person reads why each row was refused, and puts it right.
    const lines = [...big.refused.keys()].sort((a, b) => a - b);
    const [headings = [], ...rows] = refused;
    expect(rows.length).toBe(lines.length);
    const corrected = rows.map((cells, at) => big.correct(cells, lines[at] ?? 0));
    await upload(Buffer.from([headings.slice(0, -2), ...corrected].map(csvLine).join('')), 'verbeterd.csv');
    await told('create', lines.length);
    await runHere('verbeterd.csv', 0);

    await upload(big.file, 'nog-eens.csv');
    await expect(page.getByText(t('imports.nothing'))).toBeVisible(patience);
    await expect(button(page, t('imports.run'))).toHaveCount(0);

    await upload(big.beginning(800), 'afgebroken.csv');
    await expect(page.getByText(t('imports.nothing'))).toBeVisible(patience);
    await radio(page, t('imports.mode.complete')).check();
    await button(page, t('imports.check-again')).click();
    await button(page, t('imports.run')).click(patience);
    const braked = dialog(page, t('imports.run.title', { file: 'afgebroken.csv' }));
    const leaving = (await read()).leaving?.count ?? 0;
    expect(leaving).toBeGreaterThan(300);
    await expect(button(braked, t('imports.run'))).toBeDisabled();
    await field(braked, t('imports.run.brake.label')).fill(String(leaving - 1));
    await expect(button(braked, t('imports.run'))).toBeDisabled();
    await field(braked, t('imports.run.brake.label')).fill(String(leaving));
    await expect(button(braked, t('imports.run'))).toBeEnabled();

    await page.goto('/imports');
    await page.getByRole('link', { name: 'verbeterd.csv' }).click();
    await button(page, t('imports.undo')).click();
    await button(dialog(page, t('imports.undo.title', { file: 'verbeterd.csv' })), t('imports.undo')).click();
    const undone = t('imports.undone', { undone: lines.length, kept: 0 }).trim();
    await expect(page.getByText(undone)).toBeVisible(patience);
  });
});
