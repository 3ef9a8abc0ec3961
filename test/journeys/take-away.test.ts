import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { button, dialog, link, radio, tick } from './find.ts';
import { aPerson, aWord, capital } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await act();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

inEachLanguage((language) => {
  test('people of a list are taken away with the columns that one chooses, as CSV or workbook', async ({
    enter,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    await aPerson(admin.api, { lastName: word, email: `${word}@example.org`.toLowerCase(), language });
    const page = await enter(admin, `/users?search=${word}`);
    await button(page, t('users.export.open')).click();
    const asking = dialog(page, t('users.export.title'));
    await tick(asking, t('fields.name.language')).check();
    await tick(asking, t('fields.name.roles')).uncheck();
    await radio(asking, t('users.export.format.semicolon')).check();
    const csv = await downloaded(page, () => link(asking, t('users.export.download')).click());
    const [head, line] = csv.bytes.toString('utf8').split('\r\n');
    expect(head).toContain(`;${t('fields.name.email')};`);
    expect(head).not.toContain(t('fields.name.roles'));
    expect(line).toContain(`;${word};${word.toLowerCase()}@example.org;`);
    await button(page, t('users.export.open')).click();
    const book = await downloaded(page, () => link(asking, t('users.export.download')).click());
    expect([book.name, book.bytes.subarray(0, 2).toString()]).toEqual(['users.xlsx', 'PK']);
  });

  test('everything about oneself is read as a page; about somebody else an administrator takes it', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language });
    const own = await enter(person, '/profile');
    const page = await downloaded(own, () => button(own, t('profile.everything.page')).click());
    expect(page.bytes.toString('utf8')).toContain(person.name);
    await expect(own.getByText(t('profile.everything.done', { file: page.name }))).toBeVisible();
    const theirs = await enter(admin, `/users/${person.id}`);
    const file = await downloaded(theirs, () => button(theirs, t('profile.everything.file')).click());
    expect(JSON.parse(file.bytes.toString('utf8')).name).toBe(person.name);
  });
});
