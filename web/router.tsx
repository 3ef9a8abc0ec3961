import { QueryCache, QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { Permission } from '../contract/permissions.ts';
import { parseSearch, type Search, writeSearch } from './kit/address-state.ts';
import { isRefusal } from './kit/call.ts';
import { anyUnsaved } from './kit/unsaved.ts';
import { brandingQuery, forgetAll, isSignedIn, sessionQuery } from './session/session.ts';
import { Broken } from './shell/broken.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Rights } from './shell/rights.tsx';
import { Root } from './shell/root.tsx';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The permission without which a page explains itself instead of showing. */
    may?: Permission;
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

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(brandingQuery),
  component: Root,
});

const door = createRoute({
  getParentRoute: () => root,
  id: 'door',
  component: lazyRouteComponent(() => import('./shell/doorway.tsx'), 'Doorway'),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (isSignedIn(session)) return;
    if (session?.next === 'change-password') throw redirect({ to: '/change-password' });
    const branding = await context.queryClient.ensureQueryData(brandingQuery);
    if (branding.setupNeeded) throw redirect({ to: '/setup' });
    const to = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { to } });
  },
  component: Frame,
});

const rights = createRoute({ getParentRoute: () => inside, id: 'rights', component: Rights });

const routes = root.addChildren([
  door.addChildren([
    createRoute({
      getParentRoute: () => door,
      path: '/sign-in',
      beforeLoad: async ({ context, location }) => {
        const { setupNeeded } = await context.queryClient.ensureQueryData(brandingQuery);
        if (setupNeeded) throw redirect({ to: '/setup' });
        const session = await context.queryClient.ensureQueryData(sessionQuery);
        if (isSignedIn(session) && !location.state.arrival) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/forgotten',
      component: lazyRouteComponent(() => import('./sign-in/forgotten-page.tsx'), 'ForgottenPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/setup',
      component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/activate',
      component: lazyRouteComponent(() => import('./sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/reset',
      component: lazyRouteComponent(() => import('./sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/confirm-email',
      component: lazyRouteComponent(() => import('./sign-in/confirm-email-page.tsx'), 'ConfirmEmailPage'),
    }),
    createRoute({
      getParentRoute: () => door,
      path: '/change-password',
      beforeLoad: async ({ context }) => {
        const session = await context.queryClient.ensureQueryData(sessionQuery);
        if (!session || isSignedIn(session)) throw redirect({ to: '/' });
      },
      component: lazyRouteComponent(() => import('./sign-in/change-password-page.tsx'), 'ChangePasswordPage'),
    }),
  ]),
  inside.addChildren([
    rights.addChildren([
      createRoute({
        getParentRoute: () => rights,
        path: '/',
        component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/users',
        staticData: { may: 'users.view' },
        component: lazyRouteComponent(() => import('./users/users-page.tsx'), 'UsersPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/users/new',
        staticData: { may: 'users.create' },
        component: lazyRouteComponent(() => import('./users/create-user-page.tsx'), 'CreateUserPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/users/$id',
        staticData: { may: 'users.view' },
        component: lazyRouteComponent(() => import('./users/user-page.tsx'), 'UserPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/roles',
        staticData: { may: 'roles.view' },
        component: lazyRouteComponent(() => import('./roles/roles-page.tsx'), 'RolesPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/roles/new',
        staticData: { may: 'roles.change' },
        component: lazyRouteComponent(() => import('./roles/create-role-page.tsx'), 'CreateRolePage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/roles/table',
        staticData: { may: 'roles.view' },
        component: lazyRouteComponent(() => import('./roles/roles-table-page.tsx'), 'RolesTablePage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/roles/$id',
        staticData: { may: 'roles.view' },
        component: lazyRouteComponent(() => import('./roles/role-page.tsx'), 'RolePage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/groups',
        staticData: { may: 'groups.view' },
        component: lazyRouteComponent(() => import('./groups/groups-page.tsx'), 'GroupsPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/groups/$id',
        staticData: { may: 'groups.view' },
        component: lazyRouteComponent(() => import('./groups/group-page.tsx'), 'GroupPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/organisations',
        staticData: { may: 'organisations.view' },
        component: lazyRouteComponent(
          () => import('./organisations/organisations-page.tsx'),
          'OrganisationsPage',
        ),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/organisations/$id',
        staticData: { may: 'organisations.view' },
        component: lazyRouteComponent(
          () => import('./organisations/organisation-page.tsx'),
          'OrganisationPage',
        ),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/requests',
        staticData: { may: 'members.manage' },
        component: lazyRouteComponent(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/mail',
        staticData: { may: 'mail.view' },
        component: lazyRouteComponent(() => import('./mail/mail-page.tsx'), 'MailPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/mail/$id',
        staticData: { may: 'mail.view' },
        component: lazyRouteComponent(() => import('./mail/mail-message-page.tsx'), 'MailMessagePage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/audit',
        staticData: { may: 'audit.view' },
        component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/settings',
        staticData: { may: 'settings.change' },
        component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
      }),
      createRoute({
        getParentRoute: () => rights,
        path: '/profile',
        component: lazyRouteComponent(() => import('./profile/profile-page.tsx'), 'ProfilePage'),
      }),
    ]),
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
  const lost = error.code === 'session.required' || error.code === 'session.change-password-first';
  if (!lost || anyUnsaved() || !queryClient.getQueryData(sessionQuery.queryKey)) return;
  const next = error.code === 'session.required' ? null : ({ next: 'change-password' } as const);
  queryClient.setQueryData(sessionQuery.queryKey, next);
  void router.invalidate().then(() => forgetAll(queryClient));
}
