import { type BrowserContextOptions, expect, type Page, test as plain } from '@playwright/test';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { type Language, languages } from '../../contract/shapes.ts';
import type { Session } from '../../contract/sign-in.ts';
import { type TextKey, type TextValues, translate } from '../../contract/texts.ts';
import { type Client, makeClient } from '../client.ts';
import { aPerson, type Person, password, signIn } from './people.ts';
import { type Muster, startMuster } from './start-muster.ts';
import { watchBrowsers } from './watch-browsers.ts';

export { expect };

/** The words of the pages, in the language of the journey. */
export type Words = (key: TextKey, values?: TextValues) => string;

type Stage = {
  language: Language;
  t: Words;
  muster: Muster;
  /** Who set it up. */
  founder: Caller;
  /** An administrator whom no other journey has. */
  admin: Caller;
  /** Opens a browser in which this person is signed in. */
  enter: (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Opens a browser of somebody who is not signed in. */
  visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Says before it happens that the server will refuse a call so; any other refusal fails the journey. */
  expectRefusal: (call: Endpoint, code: RefusalCode) => void;
  browsers: ReturnType<typeof watchBrowsers>;
};

/** Somebody who can also do things without a browser. */
export type Caller = Person & { api: Client };

type Shared = { organisation: string; shared: { muster: Muster; founder: Caller } };

/** A journey through an installation that it shares with others. */
export const test = plain.extend<Stage, Shared>({
  organisation: ['Zonnig Huis', { option: true, scope: 'worker' }],
  language: ['en', { option: true }],
  locale: async ({ language }, use) => use({ en: 'en-GB', nl: 'nl-NL' }[language]),
  t: async ({ language }, use) => use((key, values) => translate(language, key, values)),
  shared: [
    async ({ organisation }, use) => {
      const muster = await startMuster();
      await use({ muster, founder: await claim(muster, organisation, 'en') });
      await muster.stop();
    },
    { scope: 'worker' },
  ],
  muster: async ({ shared }, use) => use(shared.muster),
  founder: async ({ shared }, use) => use(shared.founder),
  admin: async ({ founder, language, muster }, use) => {
    const person = await aPerson(founder.api, { language, admin: true });
    const api = await signIn(muster.base, person);
    await use({ ...person, api });
    api.close();
  },
  browsers: async ({ browser, muster: _ }, use) => {
    const browsers = watchBrowsers(browser);
    await use(browsers);
    await browsers.close();
    expect(browsers.listProblems(), 'what browsers complained about').toEqual([]);
  },
  visit: async ({ browsers, locale, muster: { base } }, use) => {
    await use(async (path, options) => {
      const context = await browsers.open({ locale, baseURL: base, ...options });
      return goTo(await context.newPage(), path);
    });
  },
  enter: async ({ browsers, locale, muster: { base } }, use) => {
    await use(async (person, path, options) => {
      const context = await browsers.open({ locale, baseURL: base, ...options });
      const client = await signIn(base, person);
      await context.addCookies([...client.jar].map(([name, value]) => ({ name, value, url: base })));
      client.close();
      return goTo(await context.newPage(), path);
    });
  },
  expectRefusal: async ({ browsers }, use) => use(browsers.expectRefusal),
});

/** A journey through an installation of its own, on which it may change everything. */
export const testAlone = test.extend({
  muster: async ({ language: _ }, use) => {
    const muster = await startMuster();
    await use(muster);
    await muster.stop();
  },
  founder: async ({ muster, organisation, language }, use) => {
    const founder = await claim(muster, organisation, language);
    await use(founder);
    founder.api.close();
  },
});

/** The same journeys once in each language. */
export function inEachLanguage(journeys: (language: Language) => void): void {
  for (const language of languages) {
    test.describe(translate('en', `languages.${language}`), () => {
      // Journeys do not meet, so those of one file need not wait for each other.
      test.describe.configure({ mode: 'parallel' });
      test.use({ language });
      journeys(language);
    });
  }
}

/** Sets an installation up without a browser. */
async function claim(muster: Muster, organisationName: string, language: Language): Promise<Caller> {
  const api = makeClient(muster.base);
  const you = { firstName: 'Ada', infix: 'van', lastName: 'Beheer', email: 'ada@example.org', password };
  const choices = { token: muster.setupToken, organisationName, language, timeZone: 'Europe/Amsterdam' };
  const { status, body, raw } = await api.post<Session>('/setup', { ...choices, ...you });
  if (status !== 201) throw new Error(raw);
  const { id, name, email } = body.user;
  return { id, name, email, password, language, api };
}

async function goTo(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  return page;
}
