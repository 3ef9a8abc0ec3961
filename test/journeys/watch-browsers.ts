import type { Browser, BrowserContext, BrowserContextOptions, Response } from '@playwright/test';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type RefusalCode, refusals } from '../../contract/refusals.ts';
import { getSession } from '../../contract/sign-in.ts';

type Expected = { call: Endpoint; code: RefusalCode; seen: boolean };

/** Opens browsers and keeps what goes wrong in them: errors, refused calls, requests that fail. */
export function watchBrowsers(browser: Browser) {
  const problems: string[] = [];
  // A visitor's first question: is anybody signed in here?
  const expected: Expected[] = [{ call: getSession, code: 'session.required', seen: true }];
  const contexts: BrowserContext[] = [];

  function judge(response: Response): void {
    const status = response.status();
    if (status < 400) return;
    const known = expected.find(({ call, code }) => isCall(response, call) && status === refusals[code]);
    if (known) known.seen = true;
    else problems.push(`${status} for ${response.request().method()} ${response.url()}`);
  }

  function watch(context: BrowserContext): void {
    context.on('response', judge);
    context.on('weberror', (error) => problems.push(`error in the page: ${error.error().stack}`));
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // A page that is left, and a search that is overtaken, take their questions back.
      if (why !== 'net::ERR_ABORTED') problems.push(`${why} for ${request.method()} ${request.url()}`);
    });
    context.on('console', (message) => {
      const judgedAlready = message.text().startsWith('Failed to load resource');
      // The frame of a mail runs nothing, not even what a journey or a trace would look into it with.
      const lookedInto = message.text().startsWith("Blocked script execution in 'about:srcdoc'");
      const bad = ['error', 'warning', 'assert'].includes(message.type());
      if (bad && !judgedAlready && !lookedInto) problems.push(`console: ${message.text()}`);
    });
  }

  return {
    open: async (options: BrowserContextOptions): Promise<BrowserContext> => {
      const context = await browser.newContext(options);
      contexts.push(context);
      context.setDefaultTimeout(20_000);
      watch(context);
      return context;
    },
    expectRefusal: (call: Endpoint, code: RefusalCode) => void expected.push({ call, code, seen: false }),
    close: async () => {
      for (const context of contexts) await context.close();
    },
    listProblems: () => [
      ...problems,
      ...expected
        .filter(({ seen }) => !seen)
        .map(({ call, code }) => `${call.name} was never refused with ${code}`),
    ],
  };
}

/** Whether this answers that call of the API. */
export function isCall(response: Response, { method, path }: Endpoint): boolean {
  const { pathname } = new URL(response.url());
  const pattern = new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}$`);
  return response.request().method() === method && pattern.test(pathname);
}
