import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailKinds } from '../../contract/mail.ts';
import type { Settings } from '../../contract/settings.ts';
import { languages } from '../../contract/shapes.ts';
import { defaultSettings } from '../settings/read-settings.ts';
import { inkOn } from './lay-out-mail.ts';
import { fillMarks, linkMark, untilMark } from './marks.ts';
import { type MailToRender, renderMail } from './render-mail.ts';

const settings = {
  ...defaultSettings,
  organisationName: 'Zonnig Huis',
  supportEmail: 'hulp@voorbeeld.example',
};
const values = {
  by: 'Eva de Vries',
  newEmail: 'nieuw@voorbeeld.example',
  confirmed: false,
  belongsTo: 'Kantoor Noord',
  about: 'collega@voorbeeld.example',
  approved: true,
  note: 'Begint maandag',
  hasNote: true,
  group: 'Vrijwilligers',
  change: 'reset',
  passkey: 'Telefoon',
  left: '9',
  heading: 'Zomerfeest',
  file: 'Salarisadministratie',
  outcome: 'trouble',
  reason: 'De server antwoordt niet.',
  message: 'Komt u ook?\n\nGraag voor vrijdag.',
};
// What happened by itself, or was done by the receiver.
const ofNobody = ['locked', 'invitation-declined', 'personnel-file'];
const link = 'https://muster.voorbeeld.example/activate#secret';

function aMail(more: object): MailToRender {
  const mail = { kind: 'activation', name: 'Jan Berg', to: 'jan@voorbeeld.example', language: 'nl', values };
  return { ...mail, ...more } as MailToRender;
}

function sent(mail: MailToRender, chosen: Settings = settings) {
  const rendered = renderMail(mail, chosen);
  const link_expires_at = Temporal.Instant.from('2026-11-21T13:30:00Z');
  const marked = { ...rendered, language: mail.language, link_expires_at };
  return { subject: rendered.subject, ...fillMarks(marked, link, 'Europe/Amsterdam') };
}

const plain = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('the mail about a request leads to the page where it is decided, at the configured address', () => {
  process.env.MUSTER_URL = 'https://muster.voorbeeld.example/';
  const { text, html } = renderMail(aMail({ kind: 'request-made' }), settings);
  delete process.env.MUSTER_URL;
  const address = 'https://muster.voorbeeld.example/requests';
  assert.ok(text.includes(`Aanvragen openen:\n${address}\n\n`), text);
  assert.equal(html.split(`href="${address}"`).length, 3);
  assert.doesNotMatch(text, /werkt één keer/);
});

test('every kind renders in every language, with nothing missing, the same as text and as HTML', () => {
  for (const kind of mailKinds) {
    for (const language of languages) {
      for (const by of ['Eva de Vries', null]) {
        for (const supportEmail of ['hulp@voorbeeld.example', null]) {
          const mail = sent(aMail({ kind, language, values: { ...values, by } }), {
            ...settings,
            supportEmail,
          });
          for (const part of Object.values(mail)) {
            assert.doesNotMatch(part, /undefined|null|\{|\}|mails\.|\p{Co}/u, `${kind} ${language}`);
          }
          const words = plain(mail.html).replace(/\s+/g, ' ');
          for (const line of mail.text.split('\n').filter((line) => line !== '' && line !== '-- ')) {
            assert.ok(words.includes(line.replace(/:$/, '')), `${kind} ${language}: ${line}`);
          }
          if (by && !ofNobody.includes(kind)) assert.match(mail.text, /Eva de Vries/);
          if (supportEmail) assert.match(mail.text, /hulp@voorbeeld\.example/);
        }
      }
    }
  }
});

test('a mail says who did it, until when the link works, and what to do when it was not you', () => {
  const { subject, text, html } = sent(aMail({}));
  assert.equal(subject, 'Activeer uw account bij Zonnig Huis');
  assert.match(text, /^Dag Jan Berg,/);
  assert.match(text, /Eva de Vries nodigt u uit om lid te worden van Kantoor Noord bij Zonnig Huis/);
  assert.match(
    sent(aMail({ values: { by: 'Eva de Vries' } })).text,
    /Eva de Vries heeft een account voor u gemaakt bij Zonnig Huis/,
  );
  assert.match(text, /één keer, tot 21 november 2026 om 14:30/);
  assert.match(text, /Verwachtte u deze mail niet\?/);
  assert.ok(text.includes(link));
  assert.equal(html.split(`href="${link}"`).length, 3);
  assert.match(html, /^<!doctype html><html lang="nl">/);
  assert.doesNotMatch(html, /<table|<img|<script|<style/);
  assert.match(sent(aMail({ language: 'en' })).text, /until 21 November 2026 at 14:30/);
});

test('the locked mail of the last administrator says until when', () => {
  const delayed = { delayed: true, until: '21 november 2026 om 14:30' };
  const { subject, text } = sent(aMail({ kind: 'locked', values: delayed }));
  assert.equal(subject, 'Aanmelden bij Zonnig Huis kan even niet');
  assert.match(text, /Na 21 november 2026 om 14:30 kunt u zich weer aanmelden/);
  const locked = sent(aMail({ kind: 'locked', values: { delayed: false, until: '' } }));
  assert.equal(locked.subject, 'Uw account bij Zonnig Huis is geblokkeerd');
});

test('hostile names become words, never tags, links, marks or header lines', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    `Jan${linkMark}${untilMark}`,
    'Jan\r\nBcc: somebody@evil.example\r\n\r\nhello',
    'Win at https://evil.example/prize',
    'evil.example',
    '\u202Eelpmaxe',
    '{name} {by, select, other {x}}',
    "it's <b>&amp; '{'",
  ];
  for (const name of hostile) {
    const mail = aMail({ name, values: { by: name } });
    const rendered = renderMail(mail, { ...settings, organisationName: name });
    assert.doesNotMatch(rendered.subject, /[\r\n\p{Co}]/u);
    assert.equal(rendered.html.split(linkMark).length, 4, name);
    assert.equal(rendered.text.split(linkMark).length, 2, name);
    assert.equal(rendered.html.split(untilMark).length, 2, name);
    const { html, text } = sent(mail, { ...settings, organisationName: name });
    assert.doesNotMatch(html, /<script|<img|<b>|onerror=alert\(1\)>|\u202E/);
    assert.doesNotMatch(`${html}${text}`, /https:\/\/evil|evil\.example/);
    assert.equal(html.match(/<a /g)?.length, 2);
    assert.doesNotMatch(text, /^Bcc:/m);
  }
});

test('a masked mail has neither link nor address to click', () => {
  const rendered = renderMail(aMail({}), settings);
  const marked = { ...rendered, language: 'nl' as const, link_expires_at: null };
  const { text, html } = fillMarks(marked, null, 'Europe/Amsterdam');
  assert.match(text, /\(de link wordt hier niet getoond\)/);
  assert.doesNotMatch(html, /href/);
});

test('a link with odd characters cannot leave its attribute, and replaces literally', () => {
  const marked = { ...renderMail(aMail({}), settings), language: 'nl' as const, link_expires_at: null };
  const { html, text } = fillMarks(marked, 'https://m.example/a?x="><b>$&$1', 'UTC');
  assert.doesNotMatch(html, /<b>/);
  assert.ok(text.includes('https://m.example/a?x="><b>$&$1'));
});

test('a colour that is none is not used, and the words on it can be read', () => {
  const { html } = renderMail(aMail({}), { ...settings, colour: 'red; background: url(x)' });
  assert.doesNotMatch(html, /url\(/);
  assert.equal(inkOn('#ffff00'), '#000000');
  assert.equal(inkOn('#0f766e'), '#ffffff');
  assert.equal(inkOn('#000000'), '#ffffff');
});
