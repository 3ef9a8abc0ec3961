import type { Texts } from './texts.tsx';

const browsers: [name: string, sign: RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\/|Opera/],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrom(?:e|ium)\/|CriOS\//],
  ['Safari', /Safari\//],
];

const systems: [name: string, sign: RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
];

/** A device in plain words (`Firefox on Windows`) from what its browser says about itself; else that, shortened. */
export function deviceName(device: string | null, t: Texts): string {
  if (!device) return t('kit.device.unknown');
  const browser = browsers.find(([, sign]) => sign.test(device))?.[0];
  const system = systems.find(([, sign]) => sign.test(device))?.[0];
  if (browser && system) return t('kit.device', { browser, system });
  return browser ?? system ?? device.slice(0, 60);
}
