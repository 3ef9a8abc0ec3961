import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionOf } from './attention.ts';

const calm = {
  billed: 12,
  unbilled: 1,
  pending: 0,
  starting: 0,
  locked: 0,
  pendingExpired: 0,
  leavingSoon: 0,
  failedMail: 0,
  waitingMail: 0,
  personnelFiles: 0,
  mailServer: true,
  demo: false,
};

test('on a calm day nothing is listed', () => {
  assert.deepEqual(attentionOf(calm), []);
});

test('waiting mail needs attention only while there is no mail server', () => {
  assert.deepEqual(attentionOf({ ...calm, waitingMail: 3 }), []);
  assert.deepEqual(
    attentionOf({ ...calm, waitingMail: 3, mailServer: false })?.map(({ text, count }) => [text, count]),
    [['overview.waiting-mail', 3]],
  );
});

test('links in trouble need attention', () => {
  const found = attentionOf({ ...calm, personnelFiles: 2 })?.map(({ text, to }) => [text, to]);
  assert.deepEqual(found, [['overview.personnel-files', '/personnel-files']]);
});

test('somebody who may see nothing of it is told nothing, also not that all is well', () => {
  const nothing = {
    locked: null,
    pendingExpired: null,
    leavingSoon: null,
    failedMail: null,
    waitingMail: null,
    personnelFiles: null,
  };
  assert.equal(attentionOf({ ...calm, ...nothing }), undefined);
});
