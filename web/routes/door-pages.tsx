import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { SessionStep } from '../../contract/endpoint.ts';
import { brandingQuery, isSignedIn, sessionQuery } from '../session/session.ts';
import { stepPages } from '../session/steps.ts';
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
    path: stepPages['change-password'],
    beforeLoad: ({ context }) => assertStep(context.queryClient, 'change-password'),
    component: lazyRouteComponent(() => import('../sign-in/change-password-page.tsx'), 'ChangePasswordPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: stepPages['two-factor'],
    beforeLoad: ({ context }) => assertStep(context.queryClient, 'two-factor'),
    component: lazyRouteComponent(() => import('../sign-in/two-factor-page.tsx'), 'TwoFactorPage'),
  }),
  createRoute({
    getParentRoute: () => door,
    path: stepPages['set-up-two-factor'],
    beforeLoad: ({ context }) => assertStep(context.queryClient, 'set-up-two-factor'),
    component: lazyRouteComponent(
      () => import('../sign-in/set-up-two-factor-page.tsx'),
      'SetUpTwoFactorPage',
    ),
  }),
] as const;

/** Keeps the page of a step for those who have that step to do. */
async function assertStep(client: QueryClient, step: SessionStep): Promise<void> {
  const session = await client.ensureQueryData(sessionQuery);
  if (!session || isSignedIn(session) || session.next !== step) throw redirect({ to: '/' });
}
