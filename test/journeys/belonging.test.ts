import type { Page } from '@playwright/test';
import type { Language } from '../../contract/shapes.ts';
import { translate } from '../../contract/texts.ts';
import { button, dialog, field, heading, link, radio, row, section, tick } from './find.ts';
import { aPerson, aWord, capital, succeed } from './people.ts';
import { type Caller, expect, inEachLanguage, test, type Words } from './stage.ts';
import { readMailLink } from './steps.ts';

const good = 'Waterval-39-mos';

type Made = { id: string; name: string };

async function make({ api }: Caller, path: string, input: object): Promise<Made> {
  const { status, body, raw } = await api.post<Made>(path, input);
  if (status !== 201) throw new Error(raw);
  return body;
}

/** Ticks groups in the window for them, each under the tab of its kind. */
async function linkTo(
  page: Page,
  t: Words,
  groups: { kind: 'group' | 'team' | 'mailbox' | 'administration'; name: string }[],
) {
  await button(page, t('groups.user.choose')).click();
  const choosing = dialog(page, t('groups.user.choose.title'));
  for (const { kind, name } of groups) {
    await choosing.getByRole('tab', { name: t(`groups.kinds.${kind}`), exact: true }).click();
    await choosing.getByRole('searchbox').fill(name);
    await tick(choosing, name).check();
  }
  await button(choosing, t('groups.pick.apply')).click();
}

type Who = { first: string; last: string; email: string };

async function fillWho(page: Page, t: Words, language: Language, who: Who) {
  await field(page, t('fields.name.firstName')).fill(who.first);
  await field(page, t('fields.name.lastName')).fill(who.last);
  await field(page, t('fields.name.email')).fill(who.email);
  await field(page, t('fields.name.language')).selectOption(language);
}

async function choosePassword(page: Page, t: Words, submit: string): Promise<void> {
  await field(page, t('links.password')).fill(good);
  await button(page, submit).click();
  await expect(page.getByText(t('sign-in.activated'))).toBeVisible();
}

/** Of whoever is asked in by address alone the language is not known: they are addressed in that of the installation. */
const theirs: Words = (key, values) => translate('en', key, values);

/** The newest mail to somebody, on the mail page. */
async function openMail(page: Page, email: string, subject: string | RegExp): Promise<void> {
  await page.goto(`/mail?search=${email}`);
  await row(page, email).getByRole('link', { name: subject }).first().click();
}

inEachLanguage((language) => {
  test('the Econobis road: a colleague with roles, mailboxes, a default sender, administrations and a team', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const groups = [
      { kind: 'mailbox' as const, name: `Info ${word}`, email: `info@${word}.example`.toLowerCase() },
      { kind: 'administration' as const, name: `Zon ${word}`, code: word.slice(0, 6) },
      { kind: 'team' as const, name: `Balie ${word}` },
    ];
    for (const group of groups) await make(admin, '/groups', group);
    const email = `${word}@zonnehof.example`.toLowerCase();
    const page = await enter(admin, '/users/new');
    await fillWho(page, t, language, { first: 'Lotte', last: word, email });
    await tick(page, t('roles.name.hr')).check();
    await linkTo(page, t, groups);
    await button(page, t('users.new.submit')).click();
    const note = page.getByRole('status').filter({ hasText: word });
    await link(note, t('users.list.created.mail.read')).click();
    const theirs = await visit(await readMailLink(page, t));
    await choosePassword(theirs, t, t('links.activation.submit'));

    await page.goto(`/users?search=${word}`);
    await link(page, `Lotte ${word}`).click();
    await expect(section(page, t('shell.organisations'))).toContainText(t('roles.name.member'));
    const linked = section(page, t('groups.user.title'));
    for (const { name } of groups) await expect(link(linked, name)).toBeVisible();
    await field(linked, t('groups.user.sender')).selectOption({
      label: `Info ${word} (${groups[0]?.email})`,
    });
    await expect(page.getByText(t('groups.user.sender.saved'))).toBeVisible();
    await button(page, t('roles.explain')).click();
    const why = dialog(page, t('roles.explain.title', { name: `Lotte ${word}` }));
    const source = t('roles.explain.from.role', { role: t('roles.name.hr') });
    await expect(why.getByText(source).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await link(linked, `Balie ${word}`).click();
    await expect(link(page, `Lotte ${word}`)).toBeVisible();
  });

  test('the Plek road: no message yet, a group message that is held, a welcome later, and delivery', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const group = await make(admin, '/groups', { kind: 'group', name: `Vrijwilligers ${word}` });
    const email = `${word}@zonnehof.example`.toLowerCase();
    const page = await enter(admin, '/users/new');
    await fillWho(page, t, language, { first: 'Bram', last: word, email });
    await tick(page, t('roles.name.employee')).check();
    await linkTo(page, t, [{ kind: 'group', name: group.name }]);
    await tick(page, t('users.new.no-mail')).check();
    await expect(page.getByText(t('groups.new.held'))).toBeVisible();
    await button(page, t('users.new.submit')).click();
    await expect(page.getByRole('status').filter({ hasText: word })).toContainText(
      t('users.list.created.mail.none'),
    );

    await page.goto(`/groups/${group.id}`);
    await button(page, t('groups.message')).click();
    const writing = dialog(page, t('groups.message.title', { name: group.name }));
    await expect(writing).toContainText(t('groups.message.held', { held: 1 }));
    await field(writing, t('groups.message.subject')).fill(`Zomerfeest ${word}`);
    await writing.getByLabel(t('groups.message.text')).fill('Komt u ook?');
    await button(writing, t('groups.message.submit')).click();
    await expect(page.getByText(t('groups.message.done', { mails: 0, held: 1 }))).toBeVisible();
    await page.goto(`/mail?search=${email}`);
    await expect(row(page, `Zomerfeest ${word}`)).toContainText(t('mails.state.held'));

    await page.goto(`/users?search=${word}`);
    await link(page, `Bram ${word}`).click();
    const security = section(page, t('users.security.title'));
    await button(security, t('users.invitation.send')).click();
    await link(security, t('users.invitation.open-mail')).click();
    const theirs = await visit(await readMailLink(page, t));
    await choosePassword(theirs, t, t('links.activation.submit'));
    await page.goto(`/mail?search=${email}`);
    await expect(row(page, `Zomerfeest ${word}`)).toContainText(t('mails.state.waiting'));
  });

  test('the Dataplatform road: members by e-mail alone, somebody known, and a request where inviting is off', async ({
    enter,
    visit,
    admin,
    t,
  }) => {
    const word = capital(aWord());
    const organisation = await make(admin, '/organisations', { name: `Gemeente ${word}` });
    const boss = await aPerson(admin.api, { language });
    const known = await aPerson(admin.api, { language });
    const path = `/organisations/${organisation.id}/members`;
    await succeed(admin.api.post(path, { user: boss.id, role: 'organisation-administrator' }));
    const page = await enter(boss, `/organisations/${organisation.id}`);
    const add = async (email: string) => {
      await button(page, t('members.add')).click();
      const adding = dialog(page, t('members.add.title', { organisation: organisation.name }));
      await field(adding, t('members.add.who'))
        .or(field(adding, t('members.add.who.email')))
        .fill(email);
      await radio(adding, t('roles.name.editor')).check();
      await button(adding, t('members.add.submit')).click();
    };

    const email = `eva.berg@${word}.example`.toLowerCase();
    await add(email);
    await expect(page.getByText(t('members.add.done.pending', { email }))).toBeVisible();
    await expect(row(page, email)).toContainText(t('members.state.pending'));
    const mail = await enter(admin, '/');
    await openMail(mail, email, theirs('mails.activation.subject', { organisation: 'Zonnig Huis' }));
    const invited = await visit(await readMailLink(mail, t));
    await expect(
      heading(invited, theirs('invitation.title', { organisations: organisation.name })),
    ).toBeVisible();
    await expect(invited.getByText(boss.name)).toBeVisible();
    await choosePassword(invited, theirs, theirs('invitation.accept'));
    await page.reload();
    await expect(row(page, email)).toContainText(t('members.state.active'));

    const refuser = `nee@${word}.example`.toLowerCase();
    await add(refuser);
    await expect(row(page, refuser)).toContainText(t('members.state.pending'));
    await openMail(mail, refuser, theirs('mails.activation.subject', { organisation: 'Zonnig Huis' }));
    const address = await readMailLink(mail, t);
    const no = await visit(address);
    await button(no, theirs('invitation.decline')).click();
    await button(
      dialog(no, theirs('invitation.decline.title', { organisations: organisation.name })),
      theirs('invitation.decline.submit'),
    ).click();
    await expect(heading(no, theirs('invitation.declined.title'))).toBeVisible();
    await page.reload();
    await expect(row(page, refuser)).toBeHidden();

    await add(known.email);
    await expect(
      page.getByText(t('members.add.done.active', { name: known.name, organisation: organisation.name })),
    ).toBeVisible();

    const wanted = `later@${word}.example`.toLowerCase();
    await succeed(admin.api.patch('/settings', { organisationsMayInvite: false }));
    await page.reload();
    await button(page, t('members.add')).click();
    const asking = dialog(page, t('members.add.title', { organisation: organisation.name }));
    await expect(asking).toContainText(t('members.off.title'));
    await expect(link(asking, 'ada@example.org')).toBeVisible();
    await field(asking, t('members.add.who.email')).fill(wanted);
    await radio(asking, t('roles.name.member')).check();
    await button(asking, t('members.request.submit')).click();
    await expect(page.getByText(t('members.request.done', { email: wanted }))).toBeVisible();
    await succeed(admin.api.patch('/settings', { organisationsMayInvite: true }));
    const requests = await enter(admin, '/requests?state=open');
    await button(requests, t('requests.approve.of', { email: wanted })).click();
    await expect(
      requests.getByText(t('requests.approve.done', { email: wanted, organisation: organisation.name })),
    ).toBeVisible();
    await page.reload();
    await expect(row(page, wanted)).toContainText(t('members.state.pending'));
    await openMail(mail, boss.email, t('mails.request-decided.subject', { approved: 'yes', about: wanted }));
    await expect(mail.frameLocator('iframe').getByText(organisation.name).first()).toBeVisible();
  });
});
