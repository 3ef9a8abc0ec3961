import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { sessionSteps } from '../contract/endpoint.ts';
import { parseSearch, writeSearch } from './kit/address-state.ts';
import { isRefusal } from './kit/call.ts';
import { anyUnsaved } from './kit/unsaved.ts';
import { accountPages } from './routes/account-pages.tsx';
import { doorPages } from './routes/door-pages.tsx';
import { ownPages } from './routes/own-pages.tsx';
import { door, inside, rights, root } from './routes/parents.tsx';
import { peoplePages } from './routes/people-pages.tsx';
import { toolsPages } from './routes/tools-pages.tsx';
import { workPages } from './routes/work-pages.tsx';
import { forgetAll, sessionQuery } from './session/session.ts';
import { Broken } from './shell/broken.tsx';
import { NotFound } from './shell/not-found.tsx';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** All that was read from the server. A call that finds no session any more sends to the sign-in page. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && (error.status === 0 || error.status === 503),
    },
  },
});
queryClient.getMutationCache().config.onError = leaveIfSignedOut;

const routes = root.addChildren([
  door.addChildren(doorPages),
  inside.addChildren([
    rights.addChildren([...ownPages, ...accountPages, ...workPages, ...peoplePages, ...toolsPages]),
  ]),
]);

/** Every address of the pages. Pages are loaded when they are first opened, or pointed at. */
export const router = createRouter({
  routeTree: routes,
  context: { queryClient },
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#content'],
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
});

function leaveIfSignedOut(error: unknown): void {
  if (!isRefusal(error)) return;
  const step = sessionSteps.find((one) => error.code === `session.${one}-first`);
  const lost = error.code === 'session.required' || step !== undefined;
  if (!lost || anyUnsaved() || !queryClient.getQueryData(sessionQuery.queryKey)) return;
  queryClient.setQueryData(sessionQuery.queryKey, step ? { next: step } : null);
  void router.invalidate().then(() => forgetAll(queryClient));
}
