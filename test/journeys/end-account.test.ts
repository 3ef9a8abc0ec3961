import type { OutputOf } from '../../contract/endpoint.ts';
import { getOwnProfile } from '../../contract/profile.ts';
import type { getChoices } from '../../contract/settings.ts';
import { signIn } from '../../contract/sign-in.ts';
import { button, dialog, field, heading, link, row, section, tick } from './find.ts';
import { aPerson, type Person } from './people.ts';
import { type Caller, expect, inEachLanguage, test } from './stage.ts';
import { expectOverview, signInHere } from './steps.ts';

/** A day as many days from today as the server counts them. */
async function aDay({ api }: Caller, days: number): Promise<string> {
  const { body } = await api.get<OutputOf<typeof getChoices>>('/choices');
  return Temporal.PlainDate.from(body.today).add({ days }).toString();
}

async function longHere(admin: Caller, wanted: Partial<Person> = {}): Promise<Person> {
  return aPerson(admin.api, { language: wanted.language, startsOn: await aDay(admin, -30) });
}

inEachLanguage((language) => {
  test('a leave date in the past ends the account at once; it can begin again', async ({
    enter,
    visit,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await longHere(admin, { language });
    const { name } = person;
    const open = await enter(person, '/');
    await expectOverview(open, t);
    const page = await enter(admin, `/users/${person.id}`);
    await button(page, t('users.end.open')).click();
    const ways = dialog(page, t('users.end.title', { name }));
    await expect(ways.getByText(t('users.end.lost.sessions', { count: 1 }))).toBeVisible();
    await button(ways, t('users.end.membership')).click();
    await field(ways, t('fields.name.leavesOn')).fill(await aDay(admin, -1));
    await expect(ways.getByText(t('users.leave.at-once', { name }))).toBeVisible();
    await button(ways, t('users.leave.save')).click();
    await expect(page.getByText(t('users.leave.done.past', { name }))).toBeVisible();
    await expect(page.getByText(t('states.deactivated'), { exact: true })).toBeVisible();

    expectRefusal(getOwnProfile, 'session.required');
    await open.getByRole('button', { name }).click();
    await open.getByRole('menuitem', { name: t('shell.profile') }).click();
    await expect(heading(open, t('sign-in.title'))).toBeVisible();
    const again = await visit('/sign-in');
    expectRefusal(signIn, 'session.wrong');
    await signInHere(again, t, person);
    await expect(again.getByRole('alert')).toContainText(t('session.wrong'));

    await page.goto(`/users?search=${person.email}`);
    await expect(page.getByText(t('users.list.empty.filters'))).toBeVisible();
    await page.getByRole('tab', { name: t('users.list.unbilled') }).click();
    await link(page, name).click();
    await button(page, t('users.membership.reactivate')).click();
    const beginning = dialog(page, t('users.reactivate.title', { name }));
    await expect(beginning).toContainText(t('users.reactivate.sign-in'));
    await button(beginning, t('users.reactivate.submit')).click();
    await expect(page.getByText(t('users.reactivate.done', { name }))).toBeVisible();
    const periods = section(page, t('users.membership.title')).getByRole('listitem');
    await expect(periods).toHaveCount(2);
    await signInHere(again, t, person);
    await expectOverview(again, t);
  });

  test('until and including the leave date one can sign in', async ({ enter, visit, admin, t }) => {
    const person = await longHere(admin, { language });
    const { name } = person;
    const page = await enter(admin, `/users/${person.id}`);
    await button(page, t('users.membership.end')).click();
    const leaving = dialog(page, t('users.leave.title', { name }));
    await field(leaving, t('fields.name.leavesOn')).fill(await aDay(admin, 0));
    await expect(leaving.getByText(t('users.leave.after', { name }))).toBeVisible();
    await button(leaving, t('users.leave.save')).click();
    await expect(leaving).toBeHidden();
    await expect(page.getByText(t('states.active'), { exact: true })).toBeVisible();
    const theirs = await visit('/');
    await signInHere(theirs, t, person);
    await expectOverview(theirs, t);

    await button(page, t('users.membership.change-end')).click();
    await field(leaving, t('fields.name.leavesOn')).fill(await aDay(admin, 20));
    await button(leaving, t('users.leave.save')).click();
    await expect(leaving).toBeHidden();
    await page.goto(`/users?search=${person.email}&leavesWithin=30`);
    await link(page, name).click();
    await button(page, t('users.membership.take-back')).click();
    const back = dialog(page, t('users.reactivate.take-back.title', { name }));
    await button(back, t('users.membership.take-back')).click();
    await expect(page.getByText(t('users.reactivate.take-back.done', { name }))).toBeVisible();
  });

  test('deleting names the person, asks for a sentence, and is final', async ({
    enter,
    visit,
    admin,
    expectRefusal,
    t,
  }) => {
    const person = await longHere(admin, { language });
    const { name } = person;
    const open = await enter(person, '/');
    const page = await enter(admin, `/users?search=${person.email}`);
    await link(page, name).click();
    await button(page, t('users.end.open')).click();
    const ways = dialog(page, t('users.end.title', { name }));
    await expect(button(ways, t('users.end.submit'))).toBeDisabled();
    await tick(ways, t('users.end.understand', { name })).check();
    await button(ways, t('users.end.submit')).click();
    await expect(page.getByText(t('users.end.done', { name }))).toBeVisible();
    await expect(page.getByText(t('users.list.empty.filters'))).toBeVisible();
    await expect(row(page, name)).toBeHidden();

    await open.reload();
    await expect(heading(open, t('sign-in.title'))).toBeVisible();
    expectRefusal(signIn, 'session.wrong');
    await signInHere(open, t, person);
    await expect(open.getByRole('alert')).toContainText(t('session.wrong'));
    const fresh = await visit('/sign-in');
    await signInHere(fresh, t, person);
    await expect(fresh.getByRole('alert')).toContainText(t('session.wrong'));
  });
});
