import { changeView, createView, deleteView, listViews } from '../../contract/views.ts';
import { on, type Route } from '../http/door.ts';
import { changeViewAct, createViewAct, deleteViewAct, listViewsAct } from './change-views.ts';

export const viewsRoutes: Route[] = [
  on(listViews, listViewsAct),
  on(createView, createViewAct),
  on(changeView, changeViewAct),
  on(deleteView, deleteViewAct),
];
