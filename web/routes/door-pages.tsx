import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { brandingQuery, isSignedIn, sessionQuery } from '../session/session.ts';
import { door } from './parents.tsx';

/** Where people come who are not signed in, or not wholly. */
export const doorPages = [
  createRoute({
    getParentRoute: () => door,
    path: '/sign-in',
    beforeLoad: async ({ context, location }) => {
      const { setupNeeded } = await context.queryClient.ensureQueryData(brandingQuery);
      if (setupNeeded) throw redirect({ to: '/setup' });
      const session = await context.queryClient.ensureQueryData(sessionQuery);
      if (isSignedIn(session) && !location.state.arrival) throw redirect({ to: '/' });
    },
    component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/forgotten',
    component: lazyRouteComponent(() => import('../sign-in/forgotten-page.tsx'), 'ForgottenPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/setup',
    component: lazyRouteComponent(() => import('../setup/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/activate',
    component: lazyRouteComponent(() => import('../sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/invitation',
    component: lazyRouteComponent(() => import('../sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/reset',
    component: lazyRouteComponent(() => import('../sign-in/choose-password-page.tsx'), 'ChoosePasswordPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/confirm-email',
    component: lazyRouteComponent(() => import('../sign-in/confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: '/change-password',
    beforeLoad: async ({ context }) => {
      const session = await context.queryClient.ensureQueryData(sessionQuery);
      if (!session || isSignedIn(session)) throw redirect({ to: '/' });
    },
    component: lazyRouteComponent(() => import('../sign-in/change-password-page.tsx'), 'ChangePasswordPage'),
  }),
] as const;
