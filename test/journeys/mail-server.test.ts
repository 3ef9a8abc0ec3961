import { sendTestMail } from '../../contract/mail.ts';
import { startMailServer } from '../../server/outbox/outbox.fixtures.ts';
import { button, field, heading, link, row, section } from './find.ts';
import { aPerson } from './people.ts';
import { expect, inEachLanguage, testAlone as test } from './stage.ts';
import { expectOverview } from './steps.ts';

const organisation = 'Zonnig Huis';

/** The first link to this page in a mail as it went over the line (quoted-printable, RFC 2045). */
function findLink(raw: string, path: string): string {
  const text = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return new RegExp(`http://[^\\s"<>]+/${path}#[\\w-]+`).exec(text)?.[0] ?? '';
}

inEachLanguage((language) => {
  test('with a mail server mail leaves, its link works once and is masked; a dead one is told', async ({
    enter,
    visit,
    founder,
    expectRefusal,
    t,
  }) => {
    const server = await startMailServer();
    const early = await aPerson(founder.api, { language, pending: true });
    await founder.api.post(`/users/${early.id}/welcome-mail`, {});

    const page = await enter(founder, '/mail');
    await expect(row(page, early.email)).toContainText(t('mails.state.waiting'));
    await link(page, t('shell.banner.no-mail.set')).click();
    await button(page, t('settings.mail.add')).click();
    await field(page, t('fields.name.host')).fill('127.0.0.1');
    await field(page, t('fields.name.security')).selectOption('none');
    await field(page, t('fields.name.port')).fill(String(server.port));
    await field(page, t('fields.name.fromAddress')).fill('muster@zonnehof.example');
    await button(page, t('kit.save')).click();
    await expect(page.getByText(t('settings.saved'))).toBeVisible();
    const mailTo = (email: string) => server.received.find(({ to }) => to.includes(email))?.raw ?? '';
    await expect.poll(() => findLink(mailTo(early.email), 'activate')).not.toBe('');
    await field(page, t('settings.test.to')).fill('proef@zonnehof.example');
    await button(page, t('settings.test.send')).click();
    await expect(page.getByText(t('settings.test.done', { to: 'proef@zonnehof.example' }))).toBeVisible();
    expect(server.received.some(({ to }) => to.includes('proef@zonnehof.example'))).toBe(true);

    const soon = await aPerson(founder.api, { language, pending: true });
    await founder.api.post(`/users/${soon.id}/welcome-mail`, {});
    await expect.poll(() => findLink(mailTo(soon.email), 'activate'), { timeout: 20_000 }).not.toBe('');
    const theirs = await visit(findLink(mailTo(early.email), 'activate'));
    await field(theirs, t('links.password')).fill('Waterval-39-mos');
    await button(theirs, t('links.activation.submit')).click();
    await field(theirs, t('sign-in.password')).fill('Waterval-39-mos');
    await button(theirs, t('sign-in.submit')).click();
    await expectOverview(theirs, t);

    await page.goto(`/mail?search=${early.email}`);
    await expect(row(page, early.email)).toContainText(t('mails.state.sent'));
    await link(page, t('mails.activation.subject', { organisation })).click();
    await expect(page.getByText(t('mail.link.masked'), { exact: true })).toBeVisible();
    await expect(page.getByText(t('mail.link.masked.sent'))).toBeVisible();
    await page.getByRole('tab', { name: t('mail.content.as-text') }).click();
    await expect(page.getByText(t('mails.link-masked'))).toBeVisible();

    await server.stop();
    await page.goto('/settings#mail-server');
    expectRefusal(sendTestMail, 'mail.test-failed');
    await button(page, t('settings.test.send')).click();
    await expect(section(page, t('settings.mail')).getByRole('alert')).toContainText('ECONNREFUSED');
    const late = await aPerson(founder.api, { language, pending: true });
    await founder.api.post(`/users/${late.id}/welcome-mail`, {});
    await page.goto(`/mail?search=${late.email}`);
    await link(page, t('mails.activation.subject', { organisation })).click();
    await expect(heading(page, t('mails.activation.subject', { organisation }))).toBeVisible();
    await expect(page.getByText('ECONNREFUSED')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(t('mails.state.waiting'), { exact: true })).toBeVisible();
    await expect(page.getByText(t('mail.link.masked.server'))).toBeVisible();
  });
});
