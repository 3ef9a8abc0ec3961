import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rights } from './parents.tsx';

/** Where everybody begins, what everybody has of their own, and the settings. */
export const ownPages = [
  createRoute({
    getParentRoute: () => rights,
    path: '/',
    component: lazyRouteComponent(() => import('../overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/settings',
    staticData: { may: 'settings.change' },
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/profile',
    component: lazyRouteComponent(() => import('../profile/profile-page.tsx'), 'ProfilePage'),
  }),
] as const;
