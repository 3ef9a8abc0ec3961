import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Permission } from '../../contract/permissions.ts';
import type { Search } from '../kit/address-state.ts';
import { pageLanguage } from '../kit/call.ts';
import { loadAllTexts } from '../kit/load-texts.ts';
import { ProveDialog } from '../second-factors/prove-dialog.tsx';
import { brandingQuery, isSignedIn, sessionQuery } from '../session/session.ts';
import { stepPages } from '../session/steps.ts';
import { Frame } from '../shell/frame.tsx';
import { Rights } from '../shell/rights.tsx';
import { Root } from '../shell/root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The permission without which a page explains itself instead of showing. */
    may?: Permission;
  }
}

/** What every page stands in. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  beforeLoad: async ({ context, location }) => {
    // The list of users shows itself before the texts of all other pages have come.
    const texts = location.pathname === '/users' ? undefined : loadAllTexts(pageLanguage());
    await Promise.all([context.queryClient.ensureQueryData(brandingQuery), texts]);
  },
  component: Root,
});

/** The pages on the way in. */
export const door = createRoute({
  getParentRoute: () => root,
  id: 'door',
  component: lazyRouteComponent(() => import('../shell/doorway.tsx'), 'Doorway'),
});

/** The pages for who is signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (isSignedIn(session)) return;
    if (session) throw redirect({ to: stepPages[session.next] });
    const branding = await context.queryClient.ensureQueryData(brandingQuery);
    if (branding.setupNeeded) throw redirect({ to: '/setup' });
    const to = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { to } });
  },
  component: Inside,
});

/** The pages for who is signed in and has the right that each names. */
export const rights = createRoute({ getParentRoute: () => inside, id: 'rights', component: Rights });

/** The frame, and the window that a sensitive act on any page opens. */
function Inside() {
  return (
    <>
      <Frame />
      <ProveDialog />
    </>
  );
}
