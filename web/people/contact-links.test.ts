import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailTo, phoneTo } from './contact-links.ts';

test('a number is dialled as it is meant, however it is written', () => {
  assert.equal(phoneTo('+31 (0)70 123 45 67'), 'tel:+31701234567');
  assert.equal(phoneTo('070 - 123 45 67'), 'tel:0701234567');
  assert.equal(phoneTo('(070) 123.45.67'), 'tel:0701234567');
  assert.equal(phoneTo('00 31 6 12345678'), 'tel:0031612345678');
});

test('an address cannot add a subject or somebody else to a mail', () => {
  assert.equal(mailTo('jan@zonnig.example'), 'mailto:jan@zonnig.example');
  assert.equal(mailTo('a?bcc=b@zonnig.example'), 'mailto:a%3Fbcc%3Db@zonnig.example');
});
