import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rights } from './parents.tsx';

/** The directory and the contact cards in it. */
export const peoplePages = [
  createRoute({
    getParentRoute: () => rights,
    path: '/people',
    staticData: { may: 'people.view' },
    component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/people/$id',
    staticData: { may: 'people.view' },
    component: lazyRouteComponent(() => import('../people/contact-card-page.tsx'), 'ContactCardPage'),
  }),
] as const;
