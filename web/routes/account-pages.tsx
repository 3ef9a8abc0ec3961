import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rights } from './parents.tsx';

/** Users, roles, organisations, groups, billing: who is who and may what. */
export const accountPages = [
  createRoute({
    getParentRoute: () => rights,
    path: '/users',
    staticData: { may: 'users.view' },
    component: lazyRouteComponent(() => import('../users/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/users/new',
    staticData: { may: 'users.create' },
    component: lazyRouteComponent(() => import('../users/create-user-page.tsx'), 'CreateUserPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/users/$id',
    staticData: { may: 'users.view' },
    component: lazyRouteComponent(() => import('../users/user-page.tsx'), 'UserPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/bulk',
    staticData: { may: 'users.view' },
    component: lazyRouteComponent(() => import('../bulk/recent-page.tsx'), 'RecentPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/bulk/$id',
    staticData: { may: 'users.view' },
    component: lazyRouteComponent(() => import('../bulk/bulk-page.tsx'), 'BulkPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/roles',
    staticData: { may: 'roles.view' },
    component: lazyRouteComponent(() => import('../roles/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/roles/new',
    staticData: { may: 'roles.change' },
    component: lazyRouteComponent(() => import('../roles/create-role-page.tsx'), 'CreateRolePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/roles/table',
    staticData: { may: 'roles.view' },
    component: lazyRouteComponent(() => import('../roles/roles-table-page.tsx'), 'RolesTablePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/roles/$id',
    staticData: { may: 'roles.view' },
    component: lazyRouteComponent(() => import('../roles/role-page.tsx'), 'RolePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/groups',
    staticData: { may: 'groups.view' },
    component: lazyRouteComponent(() => import('../groups/groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/groups/$id',
    staticData: { may: 'groups.view' },
    component: lazyRouteComponent(() => import('../groups/group-page.tsx'), 'GroupPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/organisations',
    staticData: { may: 'organisations.view' },
    component: lazyRouteComponent(
      () => import('../organisations/organisations-page.tsx'),
      'OrganisationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/organisations/$id',
    staticData: { may: 'organisations.view' },
    component: lazyRouteComponent(() => import('../organisations/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/requests',
    staticData: { may: 'members.manage' },
    component: lazyRouteComponent(() => import('../requests/requests-page.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/billing',
    staticData: { may: 'billing.view' },
    component: lazyRouteComponent(() => import('../billing/billing-page.tsx'), 'BillingPage'),
  }),
] as const;
