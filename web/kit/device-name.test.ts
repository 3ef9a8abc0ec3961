import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translate } from '../../contract/texts.ts';
import { deviceName } from './device-name.ts';
import type { Texts } from './texts.tsx';

const t: Texts = (key, values) => translate('en', key, values);
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test('a device is named by its browser and system', () => {
  const names: [string, string][] = [
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge on Windows',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0 Safari/537.36`, 'Chrome on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox on macOS',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${webkit} Version/19.0 Safari/604.1`,
      'Safari on iPhone',
    ],
  ];
  for (const [said, name] of names) assert.equal(deviceName(said, t), name);
});

test('what is no browser keeps its own name, and nothing is an unknown device', () => {
  assert.equal(deviceName('salary-sync/2.1', t), 'salary-sync/2.1');
  assert.equal(deviceName(null, t), 'Unknown device');
});
