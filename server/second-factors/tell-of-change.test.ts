import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../contract/shapes.ts';
import { type TwoFactorChange, twoFactorChanges } from '../outbox/mail-values.ts';
import { renderMail } from '../outbox/render-mail.ts';
import { defaultSettings } from '../settings/read-settings.ts';

function rendered(language: (typeof languages)[number], change: TwoFactorChange, left = '3') {
  const values = { by: 'Eva de Vries', change, passkey: 'Sleutelhanger', left };
  const mail = {
    kind: 'two-factor',
    name: 'Jan Berg',
    to: 'jan@voorbeeld.example',
    language,
    values,
  } as const;
  return renderMail(mail, defaultSettings);
}

for (const language of languages) {
  test(`each change has a mail of its own in ${language}, whose words are whole`, () => {
    const mails = twoFactorChanges.map((change) => rendered(language, change));
    assert.equal(new Set(mails.map(({ subject }) => subject)).size, twoFactorChanges.length);
    for (const { subject, text } of mails) assert.doesNotMatch(subject + text, /[{}]|undefined/);
  });
}

test('names the passkey, who did it, and how many codes are left', () => {
  assert.match(rendered('en', 'passkeyAdded').text, /“Sleutelhanger” was added/);
  assert.match(rendered('nl', 'reset').text, /Eva de Vries heeft de tweede factoren/);
  assert.match(rendered('en', 'required').text, /Eva de Vries asks you to protect/);
  assert.match(rendered('nl', 'recoveryCodeUsed', '0').text, /geen meer over/);
  assert.match(rendered('en', 'recoveryCodeUsed', '1').text, /There is one left/);
  assert.match(rendered('en', 'recoveryCodeUsed', '7').text, /There are 7 left/);
});
