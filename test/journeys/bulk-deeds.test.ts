import type { Page } from '@playwright/test';
import type { BulkDeed } from '../../contract/bulk.ts';
import type { Language } from '../../contract/shapes.ts';
import type { User } from '../../contract/user-shapes.ts';
import { make } from './a-team.ts';
import { button, dialog, field, link, row, tick, wholeText } from './find.ts';
import { aPerson, aWord, capital, lockOut, type Person, succeed } from './people.ts';
import { type Caller, expect, inEachLanguage, test, type Words } from './stage.ts';

type Case = {
  deed: BulkDeed;
  /** Makes two for whom it can be done, beside a third for whom it cannot. */
  prepare?: (admin: Caller, two: Person[], base: string) => Promise<void>;
  /** Fills in what the deed needs to know. */
  fill?: (asking: ReturnType<typeof dialog>, t: Words, thing: string) => Promise<void>;
  /** What the third has that makes the deed of no use. */
  spare?: (admin: Caller, third: Person, base: string) => Promise<void>;
  /** All of them stand on the other tab, so there is no third. */
  ended?: true;
  look: (user: User) => unknown;
  wanted: unknown;
};

const later = '2040-01-31';

const hrTo = async (admin: Caller, people: Person[]) => {
  for (const { id } of people) await succeed(admin.api.put(`/users/${id}/roles`, { roles: ['hr'] }));
};

const end = async (admin: Caller, people: Person[]) => {
  for (const { id } of people) {
    await succeed(admin.api.post(`/users/${id}/deactivate`, { leavesOn: '2026-01-31' }));
  }
};

const cases: Case[] = [
  {
    deed: 'give-roles',
    fill: (asking, t) => tick(asking, t('roles.name.hr')).check(),
    spare: (admin, third) => hrTo(admin, [third]),
    look: ({ roles }) => roles.map(({ key }) => key),
    wanted: ['hr'],
  },
  {
    deed: 'take-roles',
    prepare: hrTo,
    fill: (asking, t) => tick(asking, t('roles.name.hr')).check(),
    look: ({ roles }) => roles.map(({ key }) => key),
    wanted: [],
  },
  {
    deed: 'set-language',
    prepare: async (admin, people) => {
      for (const { id } of people) await succeed(admin.api.patch(`/users/${id}`, { language: 'en' }));
    },
    fill: async (asking, t) => {
      await field(asking, t('fields.name.language')).selectOption('nl');
    },
    spare: (admin, { id }) => succeed(admin.api.patch(`/users/${id}`, { language: 'nl' })),
    look: ({ language }) => language,
    wanted: 'nl',
  },
  {
    deed: 'set-time-zone',
    fill: async (asking, t) => {
      const zone = field(asking, t('fields.name.timeZone'));
      await zone.fill('Asia/Tokyo');
      await asking.page().getByRole('option', { name: 'Asia/Tokyo' }).click();
    },
    spare: (admin, { id }) => succeed(admin.api.patch(`/users/${id}`, { timeZone: 'Asia/Tokyo' })),
    look: ({ timeZone }) => timeZone,
    wanted: 'Asia/Tokyo',
  },
  {
    deed: 'require-two-factor',
    spare: (admin, { id }) => succeed(admin.api.put(`/users/${id}/two-factor`, { required: true })),
    look: ({ twoFactor }) => twoFactor,
    wanted: 'required',
  },
  {
    deed: 'unlock',
    prepare: async (_admin, people, base) => {
      for (const person of people) await lockOut(base, person);
    },
    look: ({ locked }) => locked,
    wanted: false,
  },
  {
    deed: 'set-leave-date',
    fill: (asking, t) => field(asking, t('fields.name.leavesOn')).fill(later),
    spare: (admin, { id }) => succeed(admin.api.post(`/users/${id}/deactivate`, { leavesOn: later })),
    look: ({ leavesOn }) => leavesOn,
    wanted: later,
  },
  {
    deed: 'reactivate',
    prepare: end,
    ended: true,
    look: ({ leavesOn, state }) => [leavesOn, state],
    wanted: [null, 'active'],
  },
];

/** Three people, two of whom it is good for: it is done to these, the third is told why not, and the file says both. */
async function tryDeed(
  page: Page,
  { deed, prepare, fill, spare, ended, look, wanted }: Case,
  { admin, base, t, language }: { admin: Caller; base: string; t: Words; language: Language },
): Promise<void> {
  const word = capital(aWord());
  const [aad, bep, cas] = (await Promise.all(
    ['Aad', 'Bep', 'Cas'].map((firstName) =>
      aPerson(admin.api, {
        firstName,
        lastName: word,
        email: `${firstName}@${word}.example`.toLowerCase(),
        language,
        startsOn: '2020-01-01',
      }),
    ),
  )) as [Person, Person, Person];
  await prepare?.(admin, [aad, bep], base);
  await spare?.(admin, cas, base);
  await page.goto(`/users?search=${word}${ended ? '&billed=false' : ''}`);
  const chosen = ended ? [aad, bep] : [aad, bep, cas];
  for (const { name } of chosen) await tick(page, t('kit.table.choose', { name })).check();
  await doToMany(page, t, deed, async (asking) => fill?.(asking, t, word));
  if (!ended) await expect(row(page, cas.name)).toContainText(t('bulk.outcome.refused'));
  await button(page, t('bulk.page.begin', { count: 2 })).click();
  await expect(wholeText(page, t('bulk.page.done', { done: 2, refused: ended ? 0 : 1 }))).toBeVisible();
  for (const { name } of [aad, bep]) await expect(row(page, name)).toContainText(t('bulk.outcome.done'));
  const downloading = page.waitForEvent('download');
  await link(page, t('bulk.page.download')).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);
  for (const { id } of [aad, bep]) {
    expect(look((await admin.api.get<User>(`/users/${id}`)).body)).toEqual(wanted);
  }
}

/** From the ticks in the list to what came of each: the preview, the run, and the file with the result. */
async function doToMany(
  page: Page,
  t: Words,
  deed: BulkDeed,
  fill: (a: ReturnType<typeof dialog>) => Promise<void>,
) {
  await button(page, t('bulk.menu')).click();
  await button(page, t(`bulk.deed.${deed}`)).click();
  const asking = dialog(page, t(`bulk.deed.${deed}`));
  await fill(asking);
  await button(asking, t('bulk.dialog.preview')).click();
}

inEachLanguage((language) => {
  test('each deed is done to many at once, for whom it fits, with a result for each', async ({
    enter,
    admin,
    muster,
    t,
  }) => {
    test.setTimeout(120_000);
    const page = await enter(admin, '/users');
    for (const one of cases)
      await test.step(one.deed, () => tryDeed(page, one, { admin, base: muster.base, t, language }));
  });

  test('many at once are added to a team and taken out of it, and exported', async ({ enter, admin, t }) => {
    const word = capital(aWord());
    const team = await make<{ id: string; name: string }>(admin, '/groups', {
      kind: 'team',
      name: `Team ${word}`,
    });
    const made = (firstName: string) =>
      aPerson(admin.api, { firstName, lastName: word, email: `${firstName}@${word}.example`, language });
    const people = [await made('aad'), await made('bep')];
    const page = await enter(admin, `/users?search=${word}`);
    for (const deed of ['add-to-groups', 'remove-from-groups'] as const) {
      await page.goto(`/users?search=${word}`);
      for (const { name } of people) await tick(page, t('kit.table.choose', { name })).check();
      await doToMany(page, t, deed, async (asking) => {
        await asking.getByRole('tab', { name: t('groups.kinds.team') }).click();
        await asking.getByRole('searchbox').fill(team.name);
        await tick(asking, team.name).check();
      });
      await button(page, t('bulk.page.begin', { count: 2 })).click();
      await expect(wholeText(page, t('bulk.page.done', { done: 2, refused: 0 }))).toBeVisible();
      const { body } = await admin.api.get<User>(`/users/${people[0]?.id}`);
      expect(body.groups.map(({ name }) => name)).toEqual(deed === 'add-to-groups' ? [team.name] : []);
    }
  });
});
