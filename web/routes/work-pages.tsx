import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rights } from './parents.tsx';

/** Employees and schedule: who works, on what and when. */
export const workPages = [
  createRoute({
    getParentRoute: () => rights,
    path: '/employees',
    staticData: { may: 'employees.view' },
    component: lazyRouteComponent(() => import('../employees/employees-page.tsx'), 'EmployeesPage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/employees/$id',
    staticData: { may: 'employees.view' },
    component: lazyRouteComponent(() => import('../employees/employee-page.tsx'), 'EmployeePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/schedule',
    staticData: { may: 'schedule.view' },
    component: lazyRouteComponent(() => import('../schedule/schedule-page.tsx'), 'SchedulePage'),
  }),
  createRoute({
    getParentRoute: () => rights,
    path: '/schedule/import',
    staticData: { may: 'schedule.change' },
    component: lazyRouteComponent(() => import('../schedule/import-page.tsx'), 'ShiftImportPage'),
  }),
] as const;
