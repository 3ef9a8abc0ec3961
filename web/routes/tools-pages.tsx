import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rights } from './parents.tsx';

/** People from files, and what the installation sends and writes down. */
export const toolsPages = [
  createRoute({
    getParentRoute: () => rights,
    path: '/imports',
    staticData: { may: 'users.import' },
    component: lazyRouteComponent(() => import('../imports/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/imports/$id',
    staticData: { may: 'users.import' },
    component: lazyRouteComponent(() => import('../imports/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/personnel-files',
    staticData: { may: 'integrations.manage' },
    component: lazyRouteComponent(() => import('../personnel-files/files-page.tsx'), 'FilesPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/personnel-files/new',
    staticData: { may: 'integrations.manage' },
    component: lazyRouteComponent(() => import('../personnel-files/edit-page.tsx'), 'NewFilePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/personnel-files/$id',
    staticData: { may: 'integrations.manage' },
    component: lazyRouteComponent(() => import('../personnel-files/file-page.tsx'), 'FilePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/personnel-files/$id/edit',
    staticData: { may: 'integrations.manage' },
    component: lazyRouteComponent(() => import('../personnel-files/edit-page.tsx'), 'EditFilePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/personnel-file-runs/$id',
    staticData: { may: 'integrations.manage' },
    component: lazyRouteComponent(() => import('../personnel-files/run-page.tsx'), 'RunPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/mail',
    staticData: { may: 'mail.view' },
    component: lazyRouteComponent(() => import('../mail/mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/mail/$id',
    staticData: { may: 'mail.view' },
    component: lazyRouteComponent(() => import('../mail/mail-message-page.tsx'), 'MailMessagePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/audit',
    staticData: { may: 'audit.view' },
    component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
  }),
] as const;
