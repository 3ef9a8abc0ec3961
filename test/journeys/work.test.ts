import type { Locator, Page, Route } from '@playwright/test';
import { changeShift } from '../../contract/schedule.ts';
import { aTeam, make } from './a-team.ts';
import { button, dialog, field, heading, link, section, tick } from './find.ts';
import { walk } from './hold-to-wcag.ts';
import { aPerson, aWord, capital, succeed } from './people.ts';
import { expect, inEachLanguage, test } from './stage.ts';

async function choose(page: Page, text: string, label: string): Promise<void> {
  const file = { name: 'shifts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel(label).setInputFiles(file);
}

/** From one place to another with the button down; `by` is how far from the middle it begins and ends. */
async function drag(page: Page, from: Locator, to: Locator, by: { from?: number; to?: number } = {}) {
  const middle = async (place: Locator, aside = 0) => {
    const box = await place.boundingBox();
    if (!box) throw new Error('out of sight');
    return [box.x + box.width / 2 + aside, box.y + box.height / 2] as const;
  };
  await page.mouse.move(...(await middle(from, by.from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(to, by.to)), { steps: 4 });
  await page.mouse.up();
}

inEachLanguage((language) => {
  test('somebody gets an activity and hours, and a week is planned by keyboard alone', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    const page = await enter(admin, `/employees?search=${person.email}`);
    await link(page, person.name).click();
    await button(page, t('work.activities.change')).click();
    const choosing = dialog(page, t('work.activities.choose', { name: person.name }));
    await tick(choosing, activity.name).check();
    await button(choosing, t('kit.save')).click();
    await expect(section(page, t('work.activities')).getByText(activity.name)).toBeVisible();
    await button(page, t('work.availability.change')).click();
    const hours = dialog(page, t('work.availability.choose', { name: person.name }));
    await button(hours, t('work.availability.add', { day: t('work.weekday.1') })).click();
    await button(hours, t('kit.save')).click();
    await expect(section(page, t('work.availability')).getByText('09:00–17:00')).toBeVisible();

    await page.goto(`/schedule?team=${team.id}&day=2026-11-16`);
    const cell = (day: number) => page.locator(`[data-place="1 ${day}"]`);
    const shift = (day: number) => cell(day).getByRole('button');
    await expect(cell(0)).toBeVisible();
    await page.locator('[data-place="0 0"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(cell(0)).toBeFocused();
    await page.keyboard.press('Enter');
    const planning = dialog(page, t('schedule.add.title'));
    await expect(field(planning, t('schedule.begins'))).toBeFocused();
    await field(planning, t('work.activity')).selectOption(activity.name);
    await field(planning, t('schedule.begins')).press('Enter');
    await expect(shift(0)).toHaveAccessibleName(`09:00–17:00 ${activity.name}`);
    await cell(0).focus();
    await page.keyboard.press('Control+C');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+V');
    await expect(shift(1)).toContainText(t('schedule.problem.outside-availability'));
    await page.keyboard.press('Alt+ArrowRight');
    await expect(shift(2)).toBeVisible();
    await expect(shift(1)).toHaveCount(0);
    await expect(cell(2)).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(shift(2)).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect(shift(2)).toBeVisible();
    await cell(0).focus();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect(shift(0)).toContainText('17:15');
  });

  test('shifts are moved, copied, stretched and drawn with the mouse; what was exported is imported elsewhere', async ({
    enter,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    const times = { startsAt: '2026-11-16T09:00', endsAt: '2026-11-16T17:00' };
    await make(admin, '/shifts', { team: team.id, user: person.id, activity: activity.id, ...times });
    const page = await enter(admin, `/schedule?team=${team.id}&day=2026-11-16`);
    const cell = (day: number) => page.locator(`[data-place="1 ${day}"]`);
    const shift = (day: number) => cell(day).getByRole('button');
    await drag(page, shift(0), cell(2));
    await expect(shift(2)).toContainText('09:00–17:00');
    await expect(shift(0)).toHaveCount(0);
    const end = shift(2).locator('[data-edge="end"]');
    await drag(page, end, end, { to: 20 });
    await expect(shift(2)).toContainText('09:00–17:30');
    const id = await shift(2).getAttribute('data-shift');
    await expect(page.getByText(t('schedule.changed'))).toBeVisible();
    // Another planner is quicker.
    expectRefusal(changeShift, 'request.stale');
    const quicker = async (route: Route) => {
      await succeed(admin.api.patch(`/shifts/${id}`, { endsAt: '2026-11-18T17:45' }));
      await route.continue();
    };
    await page.route(`**/shifts/${id}`, quicker, { times: 1 });
    await drag(page, shift(2), cell(1));
    const both = dialog(page, t('kit.stale.title'));
    await expect(both.getByText('09:00–17:45')).toBeVisible();
    await button(both, t('kit.stale.take-theirs')).click();
    await expect(shift(2)).toContainText('09:00–17:45');
    await page.keyboard.down('Alt');
    await drag(page, shift(2), cell(3));
    await page.keyboard.up('Alt');
    await expect(shift(3)).toContainText('09:00–17:45');
    await expect(shift(2)).toBeVisible();
    await drag(page, cell(4), cell(4), { from: 2, to: 20 });
    const planning = dialog(page, t('schedule.add.title'));
    await expect(field(planning, t('schedule.begins'))).toHaveValue('12:00');
    await planning.press('Escape');
    await page.goto(`/schedule?team=${team.id}&day=2026-11-18&view=day`);
    const begin = shift(0).locator('[data-edge="start"]');
    const hour = ((await cell(0).boundingBox())?.width ?? 0) / 24;
    await drag(page, begin, begin, { to: -hour });
    await expect(shift(0)).toContainText('08:00–17:45');

    const { raw } = await admin.api.get(`/schedule.csv?team=${team.id}&from=2026-11-16`);
    const other = await make<{ id: string }>(admin, '/groups', { kind: 'team', name: capital(aWord()) });
    await page.goto(`/schedule/import?team=${other.id}`);
    await choose(page, raw, t('shift-files.choose'));
    await button(page, t('shift-files.run', { count: 2 })).click();
    await expect(page.getByText(t('shift-files.done', { count: 2 }))).toBeVisible();
    // What they do for the first team shows here too.
    await expect(page.locator('[data-shift]:not([data-elsewhere])')).toHaveCount(2);
  });

  test('somebody makes a link to their shifts, reads them by it, and ends it', async ({
    enter,
    admin,
    t,
  }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    const day = Temporal.Now.plainDateISO().toString();
    const shift = { team: team.id, user: person.id, activity: activity.id };
    await make(admin, '/shifts', { ...shift, startsAt: `${day}T09:00`, endsAt: `${day}T17:00` });
    const page = await enter(person, '/profile');
    await button(page, t('calendars.make')).click();
    const shown = dialog(page, t('calendars.made.title'));
    const address = (await shown.locator('code').textContent()) ?? '';
    const { pathname, search } = new URL(address);
    const read = () => page.request.get(pathname + search);
    expect(await (await read()).text()).toContain(`SUMMARY:${activity.name}`);
    await button(shown, t('calendars.made.close')).click();
    await button(page, t('calendars.end')).click();
    await button(dialog(page, t('calendars.end.title')), t('calendars.end')).click();
    await expect(page.getByText(t('calendars.none'))).toBeVisible();
    expect((await read()).status()).toBe(410);
  });

  test('who leaves keeps the shifts; who is deleted leaves them open', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    await succeed(admin.api.put(`/users/${person.id}/activities`, { activities: [activity.id] }));
    const times = { startsAt: '2040-01-02T09:00', endsAt: '2040-01-02T17:00' };
    const shift = { team: team.id, user: person.id, activity: activity.id, ...times };
    await make(admin, '/shifts', shift);
    const page = await enter(admin, `/schedule?team=${team.id}&day=2040-01-02`);
    const block = page.getByRole('gridcell').getByRole('button');
    const words = `09:00–17:00 ${activity.name}`;
    await expect(block).toHaveAccessibleName(words);
    await succeed(admin.api.post(`/users/${person.id}/deactivate`, { leavesOn: '2026-01-01' }));
    await page.reload();
    await expect(block).toContainText(t('schedule.problem.outside-membership'));
    await succeed(admin.api.post(`/users/${person.id}/reactivate`, {}));
    await page.reload();
    await expect(block).toHaveAccessibleName(words);
    await succeed(admin.api.post(`/users/${person.id}/delete`, { acknowledged: true }));
    await page.reload();
    await expect(page.getByRole('row', { name: t('schedule.open') }).getByRole('button')).toHaveCount(1);
    await expect(page.getByText(person.name)).toHaveCount(0);
  });

  test('schedule, employees and billing hold to WCAG 2.2 AA', async ({ enter, admin, t }) => {
    const person = await aPerson(admin.api, { language, startsOn: '2020-01-01' });
    const { team, activity } = await aTeam(admin, person);
    const times = { startsAt: '2026-11-16T09:00', endsAt: '2026-11-16T17:00' };
    await make(admin, '/shifts', { team: team.id, user: person.id, activity: activity.id, ...times });
    const page = await enter(admin, '/billing');
    await walk(page, language, {
      billing: async () => {
        await expect(heading(page, t('billing.chart'))).toBeVisible();
      },
      'billing per organisation': async () => {
        await page.getByRole('tab', { name: t('billing.organisations') }).click();
        await expect(page.getByText(t('billing.organisations.about'))).toBeVisible();
      },
      employees: async () => {
        await page.goto(`/employees?search=${person.email}`);
        await expect(link(page, person.name)).toBeVisible();
      },
      'an employee': async () => {
        await page.goto(`/employees/${person.id}`);
        await expect(heading(page, t('work.availability'))).toBeVisible();
      },
      schedule: async () => {
        await page.goto(`/schedule?team=${team.id}&day=2026-11-16`);
        await expect(page.getByRole('gridcell').getByRole('button')).toBeVisible();
      },
      'schedule of a day': async () => {
        await page.goto(`/schedule?team=${team.id}&day=2026-11-16&view=day`);
        await expect(page.getByRole('gridcell').getByRole('button')).toBeVisible();
      },
      'shifts from a file': async () => {
        await page.goto(`/schedule/import?team=${team.id}`);
        await choose(
          page,
          `Name,Activity,Begins,Ends\n${person.name},?,2026-11-16 09:00,17:00\n`,
          t('shift-files.choose'),
        );
        await expect(page.getByRole('table').getByText(t('shift-files.outcome.refused'))).toBeVisible();
      },
    });
  });
});
